/** Catching up: what has changed for me, and saying what I have seen. */
import * as contracts from '@tandem/shared/contracts/changes.ts'
import * as touched from '@tandem/shared/contracts/touched.ts'
import type { BlockId, JournalId, Millis } from '@tandem/shared/ids.ts'
import { skipToken, useQuery } from '@tanstack/react-query'
import { call } from './call.ts'
import { callOrKept } from './kept-answers.ts'
import { changesKey, NEWS } from './keys.ts'

/** What others changed that I have not seen, or everything since a time. Without network what was told last. */
export function useChanges(journal: JournalId, since?: Millis) {
  return useQuery({
    queryKey: [...changesKey(journal), String(since ?? '')],
    queryFn: () => (since === undefined ? callOrKept(contracts.list, { id: journal }) : call(contracts.list, { id: journal, since })),
  })
}

/** Says which page I had before my eyes; does nothing when nobody answers, for then it is news later. */
export async function tellWatched(watched: {
  readonly id: JournalId
  readonly page: string
  readonly from: Millis
  readonly to: Millis
  readonly isLeaving: boolean
}): Promise<void> {
  await call(contracts.watched, watched).catch(() => undefined)
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
