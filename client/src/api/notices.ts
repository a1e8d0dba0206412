/** What I am told: the inbox, its badge, and the marks I set. Marks wait in the outbox until the server has them. */
import * as contracts from '@tandem/shared/contracts/notices.ts'
import type { Notice } from '@tandem/shared/contracts/notices.ts'
import { type Millis, newId } from '@tandem/shared/ids.ts'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { call } from './call.ts'
import { callOrKept } from './kept-answers.ts'
import { NOTICES, noticesKey, TELLING, UNREAD } from './keys.ts'
import { type Box, withMarks } from './notice-marks.ts'
import { useOutbox, usePendingAnywhere } from './outbox.tsx'
import { useAct } from './use-act.ts'

/** No screen but an open journal's has a connection that could tell it: the others ask, which costs the server less than a connection each would. */
const ASK_AGAIN_EVERY: Millis = 60_000

/** The same in every tab within a minute, and in an open journal within a second. */
export const unreadQuery = {
  queryKey: UNREAD,
  queryFn: () => callOrKept(contracts.count, {}),
  refetchInterval: ASK_AGAIN_EVERY,
  refetchOnWindowFocus: 'always',
} as const

/** How many notices wait unread. */
export function useUnread() {
  return useQuery({ ...unreadQuery, select: (answer) => answer.unread })
}

/** One box, the newest first, a page at a time, with the marks that wait here already made. */
export function useNotices(of: Box) {
  const pending = usePendingAnywhere('notices')
  return useInfiniteQuery({
    queryKey: noticesKey(of),
    // The first page of the inbox is what stays readable without network.
    queryFn: ({ pageParam: before }) => (of === 'inbox' && before === undefined ? callOrKept(contracts.list, { of }) : call(contracts.list, { of, before })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: ASK_AGAIN_EVERY,
    refetchOnWindowFocus: 'always',
    select: ({ pages }) =>
      withMarks(
        pages.flatMap((page) => page.notices),
        of,
        pending,
      ),
  })
}

interface Marks {
  readonly read?: boolean
  readonly archived?: boolean
}

/** Marks a notice as read or unread, puts it away or back: at once here, and at the server as soon as it answers. */
export function useMarkNotice(): (notice: Notice, marks: Marks) => void {
  const outbox = useOutbox()
  return ({ id, journal, words }, marks) =>
    outbox?.add({ id: newId(), journal, name: 'mark-notices', input: { notices: [id], ...marks }, says: words, at: Date.now() })
}

/** Marks as read everything up to the newest that I have seen. */
export function useReadAll(): (newest: Notice) => void {
  const outbox = useOutbox()
  return ({ journal, at }) => outbox?.add({ id: newId(), journal, name: 'read-notices', input: { until: at }, says: '', at: Date.now() })
}

/** How much of a journal reaches me. */
export function useSetLevel() {
  return useAct(contracts.setLevel, NOTICES, TELLING)
}
