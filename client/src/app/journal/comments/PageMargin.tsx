/** What stands beside one page: its threads as cards, or as small marks where there is no room; and their words lit on the page. */
import type { JournalId, PageId } from '@tandem/shared/ids.ts'
import { memo, useCallback, useMemo } from 'react'
import { DraftCard } from '../../../comments/DraftCard.tsx'
import { Margin, type MarginCard } from '../../../comments/Margin.tsx'
import { openOnPage } from '../../../comments/thread-filters.ts'
import { ThreadMark } from '../../../comments/ThreadMark.tsx'
import type { MarginThread } from '../../../comments/use-margins.ts'
import type { PageEditorHandle } from '../../../journal/create-page-editor.ts'
import { measureHighlights, onHighlightsMoved } from '../../../journal/highlights/measure-highlights.ts'
import { commentWords as say } from '../../../words/comments.ts'
import { highlightsOf } from './highlights-of.ts'
import { cardsOf, ShownThread } from './ShownThread.tsx'
import { type CommentScene, DRAFT } from './use-comment-scene.ts'
import { useHighlights } from './use-highlights.ts'

interface PageMarginProps {
  readonly journal: JournalId
  readonly scene: CommentScene
  readonly page: PageId
  readonly hasRoom: boolean
  readonly onMakeAction?: ((thread: MarginThread) => void) | undefined
}

export const PageMargin = memo(function PageMargin({ journal, scene, page, hasRoom, onMakeAction }: PageMarginProps) {
  const { margins, active, draft, handle } = scene
  const here = useMemo(() => openOnPage(margins.threads, page), [margins.threads, page])
  const highlights = useMemo(() => highlightsOf({ threads: margins.threads, page, active, draft }), [margins.threads, page, active, draft])
  useHighlights(handle, highlights)
  const cards = useMemo(() => {
    if (!hasRoom) return marksOf(here, scene.open)
    const threads = here.map(
      (thread): MarginCard => ({
        id: thread.thread,
        card: <ShownThread {...cardsOf(scene)} {...{ journal, thread, onMakeAction }} isOpen={active === thread.thread} />,
      }),
    )
    if (draft?.placement.page !== page) return threads
    return [...threads, { id: DRAFT, card: <DraftCard draft={draft} talk={margins.talk} onSend={scene.send} onCancel={scene.leave} /> }]
  }, [hasRoom, here, scene, journal, onMakeAction, active, draft, page, margins.talk])
  if (!handle || (here.length === 0 && !draft)) return hasRoom ? <aside aria-hidden /> : null
  return <Placed handle={handle} cards={cards} open={active} kind={hasRoom ? 'cards' : 'marks'} />
})

interface PlacedProps {
  readonly handle: PageEditorHandle
  readonly cards: readonly MarginCard[]
  readonly open: string | undefined
  readonly kind: 'cards' | 'marks'
}

function Placed({ handle, cards, open, kind }: PlacedProps) {
  const { editor } = handle
  const measure = useCallback(() => {
    const tops = new Map(measureHighlights(editor))
    // What hangs on the page as a whole stands beside its title.
    if (editor.isDestroyed) return tops
    const title = editor.view.dom.closest('article')?.getBoundingClientRect().top ?? 0
    for (const { id } of cards) if (!tops.has(id)) tops.set(id, title + 24)
    return tops
  }, [editor, cards])
  const onMoved = useCallback((listener: () => void) => onHighlightsMoved(editor, listener), [editor])
  return <Margin label={say.margin} {...{ cards, open, measure, onMoved, kind }} />
}

/** One mark for each block. */
function marksOf(threads: readonly MarginThread[], open: CommentScene['open']): MarginCard[] {
  const byBlock = Map.groupBy(threads, ({ placement }) => (placement.kind === 'attached' ? (placement.pieces[0]?.block ?? 'page') : 'page'))
  return [...byBlock.values()].flatMap((group) => {
    const first = group[0]
    if (!first) return []
    return [
      { id: first.thread, card: <ThreadMark threads={group.length} isUnread={group.some(({ isUnread }) => isUnread)} onPress={() => open(first.thread)} /> },
    ]
  })
}
