/** Whether the store can be written: found out by writing. */
import type { Kysely } from 'kysely'
import type { Clock } from '../clock.ts'
import { StorageFault } from './fault.ts'
import type { Tables } from './tables.ts'

/** An answer is good for this long, so that asking often does not become load. */
const GOOD_FOR = 1000

/** Returns the question. Those who ask while it is being found out share the answer. */
export function askIfStorable(db: Kysely<Tables>, clock: Clock): () => Promise<boolean> {
  let answer = Promise.resolve(false)
  let askedAt = Number.NEGATIVE_INFINITY
  return () => {
    const now = clock.now()
    // The first part also holds when the clock was set back.
    if (Math.abs(now - askedAt) < GOOD_FOR) return answer
    askedAt = now
    answer = tryToStore(db, now)
    return answer
  }
}

async function tryToStore(db: Kysely<Tables>, now: number): Promise<boolean> {
  try {
    await db
      .insertInto('readiness')
      .values({ id: 1, at: now })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ at: now }))
      .execute()
    return true
  } catch (error) {
    if (error instanceof StorageFault) return false
    throw error
  }
}
