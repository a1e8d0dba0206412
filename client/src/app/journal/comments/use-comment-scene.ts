/** The margins of the journal on this screen: which thread is open, what is being begun, and how the page and its margin lead to each other. */
import type { JournalSummary } from '@tandem/shared/contracts/journals.ts'
import type { Me } from '@tandem/shared/contracts/me.ts'
import { type Anchor, BREAK } from '@tandem/shared/document/anchors/anchor.ts'
import { journalTextOf } from '@tandem/shared/document/anchors/journal-text.ts'
import { anchorOnBlock, anchorOnWords } from '@tandem/shared/document/anchors/make-anchor.ts'
import { resolveAnchor } from '@tandem/shared/document/anchors/resolve-anchor.ts'
import type { JournalIndex } from '@tandem/shared/document/journal-index.ts'
import type { PageId } from '@tandem/shared/ids.ts'
import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { type CommentActs, useCommentActs, type Words } from '../../../comments/use-comment-acts.ts'
import { type Draft, type Margins, type MarginThread, useMargins } from '../../../comments/use-margins.ts'
import { type CommentTarget, targetAtCaret } from '../../../journal/comment-target.ts'
import type { PageEditorHandle } from '../../../journal/create-page-editor.ts'
import { highlightsAt } from '../../../journal/highlights/highlights.ts'
import { selectedPieces } from '../../../journal/highlights/selected-pieces.ts'
import { showHighlight } from '../../../journal/highlights/show-highlight.ts'
import { useSteady } from '../../../ui/use-steady.ts'
import type { JournalSession } from '../../../sync/session.ts'

/** The thread that is being begun has no id yet. */
export const DRAFT = 'draft'

export interface CommentScene {
  readonly margins: Margins
  readonly acts: CommentActs
  readonly mayComment: boolean
  readonly active: string | undefined
  readonly draft: Draft | undefined
  readonly handle: PageEditorHandle | undefined
  readonly setHandle: (handle: PageEditorHandle | undefined) => void
  readonly begin: (target: CommentTarget) => void
  readonly send: (said: Words) => void
  readonly open: (thread: string) => void
  /** Closes what is open and goes back to the words. */
  readonly leave: () => void
  /** Hangs a thread on the selected words. */
  readonly attach: (thread: MarginThread) => void
}

interface Options {
  readonly session: JournalSession
  readonly index: JournalIndex
  readonly journal: JournalSummary
  readonly me: Me
  readonly page: PageId | undefined
  readonly mayComment: boolean
  /** Whether the margin stands beside the page; otherwise threads open in a panel. */
  readonly hasRoom: boolean
  readonly onPanel: (isOpen: boolean) => void
}

export function useCommentScene({ session, index, journal, me, page, mayComment, hasRoom, onPanel }: Options): CommentScene {
  const { doc } = session
  const margins = useMargins({ doc, index, journal, me: me.id })
  const acts = useCommentActs(journal.id)
  const [active, setActive] = useState<string>()
  const [draft, setDraft] = useState<Draft>()
  const [handle, setHandle] = useState<PageEditorHandle>()

  function anchorOf(target: CommentTarget): Anchor | undefined {
    const text = journalTextOf(doc, index.blocksOf)
    switch (target.kind) {
      case 'words':
        return page && anchorOnWords(text, page, target.pieces)
      case 'block':
        return anchorOnBlock(text, target.block)
      case 'fact':
        return anchorOnBlock(text, target.block, target.field)
      case 'page':
        return page && { kind: 'page', page }
    }
  }

  const begin = useSteady((target: CommentTarget): void => {
    const anchor = mayComment ? anchorOf(target) : undefined
    if (!anchor) return
    const quote = anchor.kind === 'page' ? '' : anchor.quote.words.replaceAll(BREAK, '\n')
    setDraft({ anchor, quote, placement: resolveAnchor(journalTextOf(doc, index.blocksOf), anchor) })
    setActive(DRAFT)
    if (!hasRoom) onPanel(true)
  })

  const open = useSteady((thread: string): void => {
    setActive(thread)
    if (thread !== DRAFT) setDraft(undefined)
    if (!hasRoom) onPanel(true)
  })

  const leave = useSteady((): void => {
    const left = active
    setActive(undefined)
    setDraft(undefined)
    if (!hasRoom && left === DRAFT) onPanel(false)
    if (handle && hasRoom) showHighlight(handle.editor, left)
  })

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || !event.altKey || !handle) return
    if (event.code === 'KeyM') begin(targetAtCaret(handle))
    else if (event.code === 'Period') goToCard()
    else return
    event.preventDefault()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])

  /** To the thread at the caret, or else to the first card of the margin. */
  function goToCard(): void {
    if (!handle) return
    const [here] = highlightsAt(handle.editor.state, handle.editor.state.selection.from)
    const cards = [...document.querySelectorAll<HTMLElement>('aside [data-card]')]
    const card = here === undefined ? cards[0] : cards.find((each) => each.dataset['card'] === here)
    if (card) card.focus()
    else if (here !== undefined) openAndFocus(here)
  }

  /** Of cards far from the window only the open one is there. */
  function openAndFocus(thread: string): void {
    setActive(thread)
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-card="${CSS.escape(thread)}"]`)?.focus())
  }

  const attach = useSteady((thread: MarginThread): void => {
    const anchor = handle && anchorOf({ kind: 'words', pieces: selectedPieces(handle.editor.state) })
    if (!anchor) return
    acts.attach(thread.thread, anchor)
    // Its card goes from one list to another, and would leave the keyboard nowhere.
    openAndFocus(thread.thread)
  })

  const send = useSteady((said: Words): void => {
    if (!draft) return
    const thread = acts.begin(draft.anchor, said)
    setDraft(undefined)
    setActive(thread)
    // The field it was written in is gone; the keyboard goes back to the words. On a phone the sheet stays open.
    if (hasRoom) handle?.editor.view.focus()
  })

  // The screen is drawn with every keystroke that is saved; whoever only needs the scene is not.
  return useMemo(
    () => ({ margins, acts, mayComment, active, draft, handle, setHandle, begin, send, open, leave, attach }),
    [margins, acts, mayComment, active, draft, handle, begin, send, open, leave, attach],
  )
}
