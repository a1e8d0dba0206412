/** What a supervisor asks: whether the process answers, and whether it can do its work. */
import * as health from '@tandem/shared/contracts/health.ts'
import { Failure } from '@tandem/shared/failure.ts'
import type { FastifyInstance } from 'fastify'

export interface Work {
  /** Whether it was told to stop. */
  isStopping(): boolean
  /** Whether what people write can be stored right now. */
  canStore(): Promise<boolean>
}

/** Neither is counted nor needs a sign-in. A process that drains lives but takes nobody new. */
export function serveHealth(app: FastifyInstance, work: Work): void {
  app.get(health.health.path, async () => ({ ok: true }))
  app.get(health.ready.path, async () => {
    if (work.isStopping()) throw new Failure('stopping')
    if (!(await work.canStore())) throw new Failure('cannot-store')
    return { ok: true }
  })
}
