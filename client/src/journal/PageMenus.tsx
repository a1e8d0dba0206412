/** Everything that floats beside the page's words while they may be written. */
import { type ReactNode, useMemo } from 'react'
import type { BlockId, JournalId } from '@tandem/shared/ids.ts'
import { DayOffer } from './capture/DayOffer.tsx'
import { findBlockById } from './blocks/page-blocks.ts'
import { type CommentTarget, targetAtCaret } from './comment-target.ts'
import type { PageEditorHandle } from './create-page-editor.ts'
import { FactsPopover, type VouchingPart } from './facts/FactsPopover.tsx'
import { type FileDesk, FileUploads } from './files/FileUploads.tsx'
import { BlockHandle } from './menus/BlockHandle.tsx'
import { BlockMenu } from './menus/BlockMenu.tsx'
import { ChosenBlocks } from './menus/ChosenBlocks.tsx'
import { FormattingBar } from './menus/FormattingBar.tsx'
import { LinkCopied } from './menus/LinkCopied.tsx'
import { LinkEditor } from './menus/LinkEditor.tsx'
import { SelectionMenu } from './menus/SelectionMenu.tsx'
import { MentionMenu } from './mentions/MentionMenu.tsx'
import { kindOf } from './nodes/entry.ts'
import { blockPlace, selectionPlace } from './places.ts'
import { SlashMenu } from './slash/SlashMenu.tsx'
import type { Panel } from './use-panel.ts'

/** What people vouch for of a block, for its panel. */
export type RenderVouching = (block: {
  readonly block: string
  readonly kind: string
  readonly about: string
  readonly part: VouchingPart
  readonly onClose: () => void
}) => ReactNode

interface PageMenusProps {
  readonly handle: PageEditorHandle
  readonly panel: Panel
  readonly open: (panel: Panel) => void
  readonly close: (how: { readonly returnsFocus: boolean }) => void
  readonly onCopyLink: (block: string) => void
  /** How often a link was copied. */
  readonly copies: number
  readonly journal: JournalId | undefined
  /** Absent when this person may not comment. */
  readonly onComment?: ((target: CommentTarget) => void) | undefined
  readonly onDesk: (desk: FileDesk | undefined) => void
  readonly renderVouching: RenderVouching
}

export function PageMenus({ handle, panel, open, close, onCopyLink, copies, journal, onComment, onDesk, renderVouching }: PageMenusProps) {
  const { editor, context } = handle
  const openMenu = (block: string) => open({ kind: 'block', block })
  const openLink = () => open({ kind: 'link' })
  const commentHere = onComment && (() => onComment(targetAtCaret(handle)))
  return (
    <>
      <BlockHandle editor={editor} held={panel.kind === 'block' ? panel.block : undefined} onMenu={openMenu} />
      <ChosenBlocks editor={editor} />
      <FileUploads {...{ handle, journal, onDesk }} />
      <SlashMenu {...{ editor, context }} />
      <MentionMenu {...{ editor, context }} />
      <DayOffer {...{ editor, context }} />
      <SelectionMenu editor={editor} isHidden={panel.kind !== 'none'} onLink={openLink} onComment={commentHere} />
      <FormattingBar editor={editor} onFile={context.screen.pickFiles} onLink={openLink} onMenu={openMenu} onComment={commentHere} />
      <OpenPanel {...{ handle, panel, close, onCopyLink, context, onComment, renderVouching }} onFacts={(block) => open({ kind: 'facts', block })} />
      <LinkCopied copies={copies} />
    </>
  )
}

interface OpenPanelProps extends Omit<PageMenusProps, 'open' | 'journal' | 'onDesk' | 'copies'> {
  readonly context: PageEditorHandle['context']
  readonly onFacts: (block: string) => void
}

function OpenPanel({ handle: { editor }, context, panel, close, onCopyLink, onComment, renderVouching, onFacts }: OpenPanelProps) {
  const place = useMemo(() => (panel.kind === 'facts' || panel.kind === 'block' ? blockPlace(editor, panel) : selectionPlace(editor)), [editor, panel])
  const comment = (target: CommentTarget) => {
    close({ returnsFocus: false })
    onComment?.(target)
  }
  switch (panel.kind) {
    case 'facts': {
      const block = findBlockById(editor.state.doc, panel.block)
      if (!block) return null
      const about = { block: panel.block, kind: kindOf(block.node), about: block.node.textContent }
      return (
        <FactsPopover
          {...{ context, place, ...about }}
          renderVouching={(part) => renderVouching({ ...about, part, onClose: () => close({ returnsFocus: true }) })}
          onComment={onComment && ((field) => comment({ kind: 'fact', block: panel.block as BlockId, field }))}
          onClose={close}
        />
      )
    }
    case 'block':
      return (
        <BlockMenu
          {...{ editor, place }}
          block={panel.block}
          onCopyLink={() => onCopyLink(panel.block)}
          onFacts={() => onFacts(panel.block)}
          onComment={onComment && (() => comment({ kind: 'block', block: panel.block as BlockId }))}
          onClose={close}
        />
      )
    case 'link':
      return <LinkEditor {...{ editor, place }} onClose={close} />
    default:
      return null
  }
}

/** For those who do not write: what is vouched for, and for commenters the way to comment on a fact. */
export function ReadOnlyPanel({
  handle: { editor, context },
  panel,
  close,
  onComment,
  renderVouching,
}: Pick<PageMenusProps, 'handle' | 'panel' | 'close' | 'onComment' | 'renderVouching'>) {
  const place = useMemo(() => (panel.kind === 'facts' ? blockPlace(editor, panel) : undefined), [editor, panel])
  const block = panel.kind === 'facts' ? findBlockById(editor.state.doc, panel.block) : undefined
  if (panel.kind !== 'facts' || !block || !place) return null
  const about = { block: panel.block, kind: kindOf(block.node), about: block.node.textContent }
  return (
    <FactsPopover
      {...{ context, place, ...about }}
      isEditable={false}
      renderVouching={(part) => renderVouching({ ...about, part, onClose: () => close({ returnsFocus: true }) })}
      onComment={
        onComment &&
        ((field) => {
          close({ returnsFocus: false })
          onComment({ kind: 'fact', block: about.block as BlockId, field })
        })
      }
      onClose={close}
    />
  )
}
