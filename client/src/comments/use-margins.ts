/** Everything in the margins of a journal as its reader sees it, and what they can do about it. */
import { list } from '@tandem/shared/contracts/comments.ts'
import type { JournalSummary } from '@tandem/shared/contracts/journals.ts'
import type { Anchor, Placement } from '@tandem/shared/document/anchors/anchor.ts'
import type { JournalIndex } from '@tandem/shared/document/journal-index.ts'
import type { PersonId, RowId } from '@tandem/shared/ids.ts'
import { useMemo, useState } from 'react'
import type * as Y from 'yjs'
import { usePending } from '../api/outbox.tsx'
import { useRows } from '../api/rows.ts'
import { applyPending, type Rows, type ShownThread } from './apply-pending.ts'
import { usePlacements } from './use-placements.ts'

export interface MarginThread extends ShownThread {
  readonly placement: Placement
  readonly isUnread: boolean
  /** Whether I have said something in it. */
  readonly isMine: boolean
  readonly namesMe: boolean
}

export interface MarginPerson {
  readonly person: PersonId
  readonly name: string
  readonly hue: number
}

/** Who speaks here, and what of it I have not read. The same object until one of them changes. */
export interface Talk {
  readonly me: PersonId
  readonly unread: ReadonlySet<RowId>
  /** Members, and those who have left but spoken. */
  readonly people: ReadonlyMap<PersonId, MarginPerson>
  readonly members: readonly MarginPerson[]
}

export interface Margins {
  readonly talk: Talk
  /** A thread about which nothing has changed is the same object, so that only what changed is drawn again. */
  readonly threads: readonly MarginThread[]
  /** Whether the server has told them since this screen was opened. */
  readonly isFresh: boolean
}

/** A new thread that is being written. */
export interface Draft {
  readonly anchor: Anchor
  readonly placement: Placement
  readonly quote: string
}

const NONE: Rows = { threads: [], unread: [], people: [] }

interface Scene {
  readonly doc: Y.Doc
  readonly index: JournalIndex
  readonly journal: JournalSummary
  readonly me: PersonId
}

export function useMargins({ doc, index, journal, me }: Scene): Margins {
  const { data: rows = NONE, isFetchedAfterMount: isFresh } = useRows(list, journal.id, 'comments')
  const pending = usePending(journal.id, 'comments')
  const shown = useMemo(() => applyPending(rows, pending, me), [rows, pending, me])
  const placements = usePlacements(doc, index, shown.threads)
  const [marginThread] = useState(createMarginThreads)
  const talk = useMemo(() => {
    const members = journal.members.map(({ person, name, hue }) => ({ person, name, hue }))
    return { me, members, people: new Map([...rows.people, ...members].map((each) => [each.person, each])), unread: shown.unread }
  }, [me, journal.members, rows.people, shown.unread])
  const threads = useMemo(
    () =>
      shown.threads.map((thread) =>
        marginThread(thread, {
          placement: placements.get(thread.thread) ?? { kind: 'detached', page: thread.anchor.page },
          isUnread: thread.comments.some(({ comment }) => shown.unread.has(comment)),
          isMine: thread.comments.some(({ person }) => person === me),
          namesMe: thread.comments.some(({ mentions }) => mentions.includes(me)),
        }),
      ),
    [shown, placements, me, marginThread],
  )
  return useMemo(() => ({ talk, threads, isFresh }), [talk, threads, isFresh])
}

type Shown = Omit<MarginThread, keyof ShownThread>

/** Remembers what was made of a thread last. */
function createMarginThreads(): (thread: ShownThread, shown: Shown) => MarginThread {
  const known = new WeakMap<ShownThread, MarginThread>()
  return (thread, shown) => {
    const before = known.get(thread)
    if (before && KEPT.every((field) => before[field] === shown[field])) return before
    const now = { ...thread, ...shown }
    known.set(thread, now)
    return now
  }
}

const KEPT = ['placement', 'isUnread', 'isMine', 'namesMe'] as const
