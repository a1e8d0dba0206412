/** What I am told: the inbox, its badge, and the marks I set. Marks show at once; the server is asked again afterwards. */
import * as contracts from '@tandem/shared/contracts/notices.ts'
import type { Notice, NoticeId } from '@tandem/shared/contracts/notices.ts'
import type { Millis } from '@tandem/shared/ids.ts'
import { type InfiniteData, type QueryClient, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from './call.ts'
import { callOrKept } from './kept-answers.ts'
import { NOTICES, noticesKey, TELLING, UNREAD } from './keys.ts'
import { useAct } from './use-act.ts'

export type Box = 'inbox' | 'archive'

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

/** One box, the newest first, a page at a time. */
export function useNotices(of: Box) {
  return useInfiniteQuery({
    queryKey: noticesKey(of),
    // The first page of the inbox is what stays readable without network.
    queryFn: ({ pageParam: before }) => (of === 'inbox' && before === undefined ? callOrKept(contracts.list, { of }) : call(contracts.list, { of, before })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: ASK_AGAIN_EVERY,
    refetchOnWindowFocus: 'always',
    select: ({ pages }) => pages.flatMap((page) => page.notices),
  })
}

interface Marks {
  readonly notices: readonly Notice[]
  readonly read?: boolean
  readonly archived?: boolean
}

/** Marks notices as read or unread, puts them away or back. */
export function useMarkNotices() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ notices, ...marks }: Marks) => call(contracts.mark, { notices: notices.map(({ id }) => id), ...marks }),
    onMutate: (marks) => showAtOnce(queries, marks),
    onSettled: () => queries.invalidateQueries({ queryKey: NOTICES }),
  })
}

/** Marks as read everything there is up to the newest that I have seen. */
export function useReadAll() {
  return useAct(contracts.readAll, NOTICES)
}

/** How much of a journal reaches me. */
export function useSetLevel() {
  return useAct(contracts.setLevel, NOTICES, TELLING)
}

type Pages = InfiniteData<{ readonly notices: readonly Notice[]; readonly next: string | null }>

async function showAtOnce(queries: QueryClient, { notices, read, archived }: Marks): Promise<void> {
  // An answer on its way would show the old marks again for a moment.
  await queries.cancelQueries({ queryKey: NOTICES })
  const ids = new Set<NoticeId>(notices.map(({ id }) => id))
  const now = Date.now()
  const mark = (notice: Notice): Notice => (read === undefined || !ids.has(notice.id) ? notice : { ...notice, readAt: read ? (notice.readAt ?? now) : null })
  for (const box of ['inbox', 'archive'] as const) {
    queries.setQueryData<Pages>(
      noticesKey(box),
      (data) =>
        data && {
          ...data,
          pages: data.pages.map((page) => ({ ...page, notices: page.notices.filter(({ id }) => archived === undefined || !ids.has(id)).map(mark) })),
        },
    )
  }
}
