/** Asks again for what a command has changed, for as long as the command must go on showing by itself. */
import type { Millis } from '@tandem/shared/ids.ts'
import { hashKey, type QueryClient, type QueryKey } from '@tanstack/react-query'
import { askAnew } from './ask-anew.ts'
import { keptAnswersGiven } from './kept-answers.ts'
import { onReachability } from './reachability.ts'
import { Unreachable } from './unreachable.ts'

/** A page of a proxy answers and says nothing, a slow line gives up: then we ask again after this, and each time twice as late. */
const FIRST_PAUSE: Millis = 5_000
const LONGEST_PAUSE: Millis = 60_000

/** So long a screen may be in coming that shows what was just said. */
const COMING_UP: Millis = 10_000

interface Asking {
  readonly now: Promise<void>
  /** Asks once more after that: for those who came meanwhile, however many. */
  next?: Promise<void>
}

const askings = new WeakMap<QueryClient, Map<string, Asking>>()

/**
 * Resolves when everything known under the key, shown or not, is the server's own answer of after this call, or its refusal. While nobody answers a kept
 * answer of before the change may stand in for it, and what was just said would be gone from the screen until the network is back.
 */
export function askUntilAnswered(queries: QueryClient, queryKey: QueryKey): Promise<void> {
  const all = askings.get(queries) ?? new Map<string, Asking>()
  askings.set(queries, all)
  const name = hashKey(queryKey)
  const asking = all.get(name)
  if (asking) {
    asking.next ??= asking.now.then(() => begin())
    return asking.next
  }
  return begin()

  function begin(): Promise<void> {
    const begun: Asking = {
      now: ask(queries, queryKey).finally(() => {
        if (!begun.next) all.delete(name)
      }),
    }
    all.set(name, begun)
    return begun.now
  }
}

async function ask(queries: QueryClient, queryKey: QueryKey): Promise<void> {
  await untilAsked(queries, queryKey)
  for (let pause = FIRST_PAUSE; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
    const before = keptAnswersGiven()
    await askAnew(queries, queryKey, 'all')
    const isUnanswered = queries.getQueryCache().findAll({ queryKey, predicate: ({ state }) => state.error instanceof Unreachable }).length > 0
    if (keptAnswersGiven() === before && !isUnanswered) return
    await reachableOrLater(pause)
  }
}

/** What waited is sent as soon as the app starts. The screen that comes up then begins with the kept answer, so it is waited for. */
async function untilAsked(queries: QueryClient, queryKey: QueryKey): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const cache = queries.getQueryCache()
  const look = (): void => {
    if (cache.findAll({ queryKey, predicate: ({ state }) => state.fetchStatus === 'fetching' || state.dataUpdateCount > 0 }).length > 0) resolve()
  }
  const stop = cache.subscribe(look)
  const later = setTimeout(resolve, COMING_UP)
  look()
  await promise
  clearTimeout(later)
  stop()
}

async function reachableOrLater(pause: Millis): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const stop = onReachability(resolve)
  const later = setTimeout(resolve, pause)
  await promise
  clearTimeout(later)
  stop()
}
