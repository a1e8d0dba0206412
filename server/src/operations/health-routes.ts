/** What a supervisor asks: whether the process answers, and whether it can do its work. */
import * as health from '@tandem/shared/contracts/health.ts'
import { Failure } from '@tandem/shared/failure.ts'
import type { FastifyInstance } from 'fastify'

/** Neither is counted nor needs a sign-in. `canStore` writes and commits a row. */
export function serveHealth(app: FastifyInstance, canStore: () => Promise<boolean>): void {
  app.get(health.health.path, async () => ({ ok: true }))
  app.get(health.ready.path, async () => {
    if (!(await canStore())) throw new Failure('cannot-store')
    return { ok: true }
  })
}
