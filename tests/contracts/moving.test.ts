/** How entries move out of the front: a little at a time, for others type meanwhile. */
import type { Clock } from '@tandem/server/clock.ts'
import type { Database } from '@tandem/server/database/database.ts'
import { Front } from '@tandem/server/log/front/front.ts'
import { frontDisk } from '@tandem/server/log/front/front-disk.ts'
import type { FrontEntry } from '@tandem/server/log/front/front-entry.ts'
import { Mover } from '@tandem/server/log/front/mover.ts'
import { expect, onTestFinished, test } from 'vitest'
import { testClock } from '../support/test-clock.ts'
import { entryOf } from './log-scene.ts'
import { ANA, sqliteStore, temporaryFolder } from './store.ts'

test('[L12] what many keys have left becomes rows in several turns, and who types meanwhile is heard in between', async () => {
  const { database, addDocument } = await sqliteStore()
  const document = await addDocument()
  const front = new Front(frontDisk(await temporaryFolder()), [])
  const happened: unknown[] = []
  const writeTogether: Database['writeTogether'] = (writes) => {
    happened.push(...writes.flatMap((write) => ('width' in write ? [`${write.values.length / write.width} rows`] : [])))
    return database.writeTogether(writes)
  }
  const clock = testClock()
  const atTurnEnd: Clock['atTurnEnd'] = (act) => {
    happened.push('a turn')
    return clock.atTurnEnd(act)
  }
  const mover = new Mover({
    front,
    database: { db: database.db, writeTogether },
    clock: { ...clock, atTurnEnd },
    onTrouble: (trouble) => happened.push(trouble),
  })
  onTestFinished(async () => {
    await mover.close()
    await front.close()
  })
  const keys = (from: number, count: number) =>
    Array.from({ length: count }, (_, index): FrontEntry => {
      const seq = from + index
      return { document, seq, entry: entryOf({ id: `key ${seq}`, author: ANA }) }
    })
  // The first move compares with the tables.
  await front.append(keys(1, 1))
  await mover.move()
  for (let from = 2; from < 1302; from += 100) await front.append(keys(from, 100))
  happened.length = 0
  setImmediate(() => happened.push('a key'))
  await mover.move()
  expect(happened).toEqual(['a turn', 'a key', 'a turn', '1 rows', '1 rows', '1 rows'])
})
