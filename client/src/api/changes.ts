/** Catching up: what has changed for me, and saying what I have seen. */
import * as contracts from '@tandem/shared/contracts/changes.ts'
import * as touched from '@tandem/shared/contracts/touched.ts'
import type { BlockId, JournalId, Millis, PageId } from '@tandem/shared/ids.ts'
import { skipToken, useQuery } from '@tanstack/react-query'
import { call } from './call.ts'
import { callOrKept } from './kept-answers.ts'
import { changesKey, NEWS } from './keys.ts'
import { noteServerTime, serverTime } from './server-clock.ts'
import { Unreachable } from './unreachable.ts'

/** What others changed that I have not seen, or everything since a time. Without network what was told last. */
export function useChanges(journal: JournalId, since?: Millis) {
  return useQuery({
    queryKey: [...changesKey(journal), String(since ?? '')],
    queryFn: async () => {
      const asked = Date.now()
      const hear = ({ now }: { readonly now: Millis }) => noteServerTime(now, { asked, heard: Date.now() })
      return since === undefined ? callOrKept(contracts.list, { id: journal }, hear) : call(contracts.list, { id: journal, since })
    },
  })
}

export interface Watched {
  readonly id: JournalId
  readonly page: PageId
  /** By this device's clock, as `to`. */
  readonly from: Millis
  readonly to: Millis
  readonly isLeaving: boolean
}

/** Says which page I had before my eyes. Answers whether the server has heard it: otherwise what was watched is news later. */
export async function tellWatched({ from, to, ...watched }: Watched): Promise<boolean> {
  // Rather too little than too much: what was not watched must be told.
  const [begin, end] = [serverTime(from, 'most'), serverTime(to, 'least')]
  if (begin === undefined || end === undefined) return false
  if (end < begin) return true
  try {
    await call(contracts.watched, { ...watched, from: begin, to: end })
    return true
  } catch (error) {
    return !(error instanceof Unreachable)
  }
}

/** When the goals and actions of a journal were touched last, by their ids. */
export function useTouched(journal: JournalId) {
  return useQuery({
    queryKey: [...changesKey(journal), 'touched'],
    queryFn: () => callOrKept(touched.list, { id: journal }),
    select: ({ blocks }) => new Map<string, touched.Touched>(blocks.map((each) => [each.block, each])),
  })
}

/** What became of one block by the server's record; without network what was told last. */
export function useRecord(journal: JournalId, block: BlockId | undefined) {
  return useQuery({
    queryKey: [...changesKey(journal), 'record', block ?? ''],
    queryFn: block === undefined ? skipToken : () => callOrKept(contracts.record, { id: journal, block }),
    select: ({ changes }) => changes,
  })
}

/** How much is new in each of my journals. */
export function useNews() {
  return useQuery({ queryKey: NEWS, queryFn: () => callOrKept(contracts.news, {}), select: (answer) => answer.journals, staleTime: 0 })
}
