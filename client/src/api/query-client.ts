/** How answers are cached and when a call is tried again. */
import { Failure, failureKind } from '@tandem/shared/failure.ts'
import { QueryCache, QueryClient } from '@tanstack/react-query'
import { ME } from './keys.ts'

const ATTEMPTS = 3

/** Whether asking again may help: refusals that last are final. */
export function isWorthRetrying(failures: number, error: Error): boolean {
  if (failures + 1 >= ATTEMPTS) return false
  return !(error instanceof Failure) || failureKind(error.code).retry
}

/** One for the whole app. A refusal with `signed-out` anywhere is taken as the answer to "who am I". */
export function newQueryClient(): QueryClient {
  const queries = new QueryClient({
    queryCache: new QueryCache({
      onError(error, query) {
        if (error instanceof Failure && error.code === 'signed-out' && query.queryKey[0] !== ME[0]) queries.setQueryData(ME, null)
      },
    }),
    defaultOptions: {
      // Without network a call is still made, because a kept answer may stand in for it.
      queries: { networkMode: 'always', retry: isWorthRetrying, staleTime: 5_000 },
      mutations: { networkMode: 'always', retry: false },
    },
  })
  return queries
}
