/** One page on the screen: its words, and everything that opens beside them. The page must be ready: an empty one is shown as empty. */
import type { BlockId, JournalId, PageId, PersonId } from '@tandem/shared/ids.ts'
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { type CommentTarget, targetAtCaret } from './comment-target.ts'
import { createPageEditor, type PageEditorHandle } from './create-page-editor.ts'
import { scrollToCurrentChange, showChanges } from './changes/change-marks.ts'
import { type MarkedChanges, NO_CHANGES } from './changes/marked-changes.ts'
import type { FileDesk } from './files/FileUploads.tsx'
import type { VouchedOf } from './page-context.ts'
import { PageMenus, ReadOnlyPanel, type RenderVouching } from './PageMenus.tsx'
import { copyBlockLink } from './menus/block-acts.ts'
import { CommentBubble } from './menus/CommentBubble.tsx'
import type { PagePerson } from './people.ts'
import { showBlock } from './show-block.ts'
import { usePanel } from './use-panel.ts'
import './page.css'
import './nodes/lists.css'
import './entry/entry.css'
import './changes/changes.css'
import './others.css'
import './highlights/highlights.css'

export interface PageEditorProps {
  readonly doc: Y.Doc
  readonly page: PageId
  readonly journal?: JournalId
  readonly awareness: Awareness | null
  readonly me: PersonId
  readonly people: readonly PagePerson[]
  readonly isEditable: boolean
  /** The page's title, for those who hear it. */
  readonly label: string
  readonly locale?: string | undefined
  /** The block to show, as when a link to it was followed; goes there once for every new object. */
  readonly show?: { readonly block: string } | undefined
  /** What others changed, to be shown in its place. */
  readonly changes?: MarkedChanges | undefined
  /** What people vouch for of a block, on the page and in its panel. */
  readonly vouchedOf: VouchedOf
  readonly renderVouching: RenderVouching
  /** The address of a block. */
  readonly linkTo: (block: string) => string
  /** Goes to a block, on whichever page it stands. */
  readonly onGoTo: (block: string) => void
  /** Begins a comment; absent when this person may not. */
  readonly onComment?: ((target: CommentTarget) => void) | undefined
  /** Words that threads hang on were pressed. */
  readonly onHighlight?: (ids: readonly string[]) => void
  /** Told with the open page, and with `undefined` when it is closed. */
  readonly onOpen?: (handle: PageEditorHandle | undefined) => void
  /** The page holds what this program does not know, so it is not shown: only a reload with the newer program helps. */
  readonly onUnknownContent: (name: string) => void
}

export function PageEditor(props: PageEditorProps) {
  const {
    doc,
    page,
    journal,
    me,
    people,
    isEditable,
    awareness,
    label,
    locale,
    linkTo,
    show,
    onComment,
    changes = NO_CHANGES,
    vouchedOf,
    renderVouching,
  } = props
  const { current } = changes
  const host = useRef<HTMLDivElement>(null)
  const [handle, setHandle] = useState<PageEditorHandle>()
  const desk = useRef<FileDesk>(undefined)
  const takeDesk = useCallback((now: FileDesk | undefined) => {
    desk.current = now
  }, [])
  const { panel, open, close } = usePanel(handle)
  const [copies, setCopies] = useState(0)
  const onCopyLink = (block: string) => void copyBlockLink(linkTo(block)).then(() => setCopies((before) => before + 1))

  const copyLink = useEffectEvent((block: string) => onCopyLink(block))
  const goTo = useEffectEvent((block: string) => props.onGoTo(block))
  const pressHighlight = useEffectEvent((ids: readonly string[]) => props.onHighlight?.(ids))
  const create = useEffectEvent((element: HTMLElement) =>
    createPageEditor({
      doc,
      page,
      journal,
      me,
      people,
      awareness,
      element,
      editable: isEditable,
      label,
      ...(locale ? { locale } : {}),
      screen: {
        openFacts: (block: BlockId) => open({ kind: 'facts', block }),
        openBlockMenu: (block: BlockId) => open({ kind: 'block', block }),
        copyLink,
        openLink: () => open({ kind: 'link' }),
        goTo,
        addFiles: (files, after) => desk.current?.add(files, after),
        copyFile: (block, copied) => desk.current?.copy(block, copied),
        pickFiles: () => desk.current?.pick(),
        pressHighlight,
      },
      onUnknownContent: (name) => {
        setHandle(undefined)
        props.onUnknownContent(name)
      },
    }),
  )
  const tell = useEffectEvent((opened: PageEditorHandle | undefined) => props.onOpen?.(opened))

  useEffect(() => {
    const element = host.current
    const opened = element ? create(element) : undefined
    setHandle(opened)
    tell(opened)
    const refresh = () => opened?.refresh()
    document.addEventListener('visibilitychange', refresh)
    return () => {
      document.removeEventListener('visibilitychange', refresh)
      setHandle(undefined)
      tell(undefined)
      opened?.destroy()
    }
  }, [doc, page, me, awareness, locale])

  useEffect(() => handle?.setPeople(people), [handle, people])
  useEffect(() => handle?.setVouchedOf(vouchedOf), [handle, vouchedOf])
  const mayComment = onComment !== undefined
  useEffect(() => handle?.setMayComment(mayComment), [handle, mayComment])
  useEffect(() => {
    if (!handle || handle.editor.isEditable === isEditable) return
    handle.setEditable(isEditable)
  }, [handle, isEditable])
  useEffect(() => handle?.setLabel(label), [handle, label])
  useEffect(() => {
    if (handle && show) showBlock(handle.editor, show.block)
  }, [handle, show])
  useEffect(() => {
    if (handle) showChanges(handle.editor, changes)
  }, [handle, changes])
  useEffect(() => {
    // After the effect above: what is current is on the page by now.
    if (handle && current !== undefined) scrollToCurrentChange(handle.editor)
  }, [handle, current])

  return (
    <div className="page">
      <div ref={host} className="page-host" />
      {handle && isEditable && <PageMenus {...{ handle, panel, open, close, copies, onCopyLink, journal, onComment, renderVouching }} onDesk={takeDesk} />}
      {handle && !isEditable && <ReadOnlyPanel {...{ handle, panel, close, onComment, renderVouching }} />}
      {handle && !isEditable && onComment && <CommentBubble editor={handle.editor} onComment={() => onComment(targetAtCaret(handle))} />}
    </div>
  )
}
