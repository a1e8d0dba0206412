/** Everything in the margins of a journal as its reader sees it, and what they can do about it. */
import { list } from '@tandem/shared/contracts/comments.ts'
import type { JournalSummary } from '@tandem/shared/contracts/journals.ts'
import type { Anchor, Placement } from '@tandem/shared/document/anchors/anchor.ts'
import type { JournalIndex } from '@tandem/shared/document/journal-index.ts'
import type { PersonId, RowId } from '@tandem/shared/ids.ts'
import { useMemo } from 'react'
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

export interface Margins {
  readonly me: PersonId
  readonly threads: readonly MarginThread[]
  readonly unread: ReadonlySet<RowId>
  /** Members, and those who have left but spoken. */
  readonly people: ReadonlyMap<PersonId, MarginPerson>
  readonly members: readonly MarginPerson[]
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
  return useMemo(() => {
    const members = journal.members.map(({ person, name, hue }) => ({ person, name, hue }))
    return {
      me,
      members,
      isFresh,
      people: new Map([...rows.people, ...members].map((each) => [each.person, each])),
      unread: shown.unread,
      threads: shown.threads.map((thread) => ({
        ...thread,
        placement: placements.get(thread.thread) ?? { kind: 'detached', page: thread.anchor.page },
        isUnread: thread.comments.some(({ comment }) => shown.unread.has(comment)),
        isMine: thread.comments.some(({ person }) => person === me),
        namesMe: thread.comments.some(({ mentions }) => mentions.includes(me)),
      })),
    }
  }, [rows, shown, placements, me, journal.members, isFresh])
}
