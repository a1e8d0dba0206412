/** What becomes of calls: how many of each status, how many refused with which code, and how long they took. */
import type { FailureCode } from '@tandem/shared/failure.ts'
import type { FastifyInstance } from 'fastify'
import { Histogram } from '../../histogram.ts'

export interface CallCounters {
  readonly byStatus: ReadonlyMap<number, number>
  readonly refused: ReadonlyMap<FailureCode, number>
  readonly latency: Histogram
}

/** Must be called before the routes are added. */
export function countCalls(app: FastifyInstance): CallCounters {
  const byStatus = new Map<number, number>()
  const refused = new Map<FailureCode, number>()
  const latency = new Histogram()
  app.addHook('onResponse', async (_request, reply) => {
    add(byStatus, reply.statusCode)
    if (reply.refusal) add(refused, reply.refusal)
    latency.observe(reply.elapsedTime)
  })
  return { byStatus, refused, latency }
}

function add<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
