/** A batch that is too large for one commit and cannot be stored. */
import { setImmediate } from 'node:timers/promises'
import { AppendQueue, endProcess } from '@tandem/server/log/append-queue.ts'
import { type Append, documentsOf } from '@tandem/server/log/batch.ts'
import { COMMIT_POLICY } from '@tandem/server/log/group-commit.ts'
import { CommitPipeline } from '@tandem/server/relay/commit-pipeline.ts'
import type { Connection } from '@tandem/server/relay/connection.ts'
import { RELAY_LIMITS } from '@tandem/server/relay/limits.ts'
import { frameUpdate } from '@tandem/server/relay/server-frames.ts'
import { Failure } from '@tandem/shared/failure.ts'
import type { DocumentId } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import { testClock } from '../support/test-clock.ts'

const MANY = 1500

test('[R18] what a failed commit refused together with those behind it is tried again in the order in which it was accepted', async () => {
  const document = 'plan' as DocumentId
  const clock = testClock()
  const stored: string[] = []
  let isWell = false
  const store = async (batch: readonly Append[]) => {
    if (!isWell) appends.refuseFollowers(new Set(documentsOf(batch)))
    for (const append of batch) {
      if (!isWell) append.refused(new Failure('cannot-store'))
      else append.stored(stored.push(append.entry.id))
    }
  }
  const appends = new AppendQueue({ clock, policy: COMMIT_POLICY, store, onDefect: endProcess })
  const { promise: failed, resolve: noticed } = Promise.withResolvers<void>()
  const pipeline = new CommitPipeline({
    document,
    log: { append: (...given) => appends.append(...given) } as ConstructorParameters<typeof CommitPipeline>[0]['log'],
    clock,
    retry: RELAY_LIMITS,
    pace: () => 0,
    ear: { committed: () => undefined, drained: () => undefined, failing: () => noticed(), broken: () => undefined },
  })
  const [desk, phone] = ['desk', 'phone'].map((id) => ({ id, signedIn: { person: id } }) as unknown as Connection)
  for (let count = 0; count < MANY; count++) {
    pipeline.add(count % 2 ? (desk as Connection) : (phone as Connection), frameUpdate(new Uint8Array([0, 0])), { claims: [], upTo: count, covers: 0 })
  }
  pipeline.flush()
  await failed
  isWell = true
  while (!pipeline.isIdle) {
    clock.move(100)
    await setImmediate()
  }
  expect(stored.map((id) => Number(id.split('/')[1]))).toEqual(Array.from({ length: MANY }, (_, index) => index + 1))
})
