/** Asks again for what a command has changed, for as long as the command must go on showing by itself. */
import type { Millis } from '@tandem/shared/ids.ts'
import type { QueryClient, QueryKey } from '@tanstack/react-query'
import { askAnew } from './ask-anew.ts'
import { keptAnswersGiven } from './kept-answers.ts'
import { onReachability } from './reachability.ts'
import { Unreachable } from './unreachable.ts'

/** A page of a proxy answers and says nothing: then we ask no more often than this. */
const PAUSE: Millis = 5_000

/**
 * Resolves when everything known under the key, shown or not, is the server's own answer of after this call, or its refusal. While nobody answers a kept
 * answer of before the change may stand in for it, and what was just said would be gone from the screen until the network is back.
 */
export async function askUntilAnswered(queries: QueryClient, queryKey: QueryKey): Promise<void> {
  for (;;) {
    const before = keptAnswersGiven()
    await askAnew(queries, queryKey, 'all')
    const isUnanswered = queries.getQueryCache().findAll({ queryKey, predicate: ({ state }) => state.error instanceof Unreachable }).length > 0
    if (keptAnswersGiven() === before && !isUnanswered) return
    await reachableOrLater()
  }
}

async function reachableOrLater(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const stop = onReachability(resolve)
  const later = setTimeout(resolve, PAUSE)
  await promise
  clearTimeout(later)
  stop()
}
