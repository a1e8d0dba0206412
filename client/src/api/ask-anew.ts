/** Asks the server again because it has said that something changed. */
import type { QueryClient, QueryKey } from '@tanstack/react-query'

/**
 * What is shown is asked for at once, the rest when it is shown, unless all of it is asked for. A first answer that was on its way may have been made before the change, and would stand for the
 * whole: an answer with nothing in it is not asked for twice at once, so it is awaited and asked for again.
 */
export async function askAnew(queries: QueryClient, queryKey: QueryKey, refetchType: 'active' | 'all' = 'active'): Promise<void> {
  const onTheirWay = new Set(queries.getQueryCache().findAll({ queryKey, fetchStatus: 'fetching', predicate: ({ state }) => state.data === undefined }))
  await queries.invalidateQueries({ queryKey, refetchType })
  if (onTheirWay.size > 0) await queries.invalidateQueries({ queryKey, predicate: (query) => onTheirWay.has(query) })
}
