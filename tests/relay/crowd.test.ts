/** Rooms in which many listen. */
import { setImmediate } from 'node:timers/promises'
import type { DocumentId } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import { entryOf } from '../contracts/log-scene.ts'
import { ANA, sqliteStore } from '../contracts/store.ts'
import { eventually } from '../support/eventually.ts'
import { testClock } from '../support/test-clock.ts'
import { appended } from '../support/appended.ts'
import { addJournal, startNode } from './node.ts'
import { textOf, writer } from './scene.ts'

async function pairScene(crowd: number) {
  const { database } = await sqliteStore()
  const journal = await addJournal(database, { ana: 'editor', ben: 'owner' })
  const clock = testClock()
  const node = await startNode(database, { clock, limits: { crowd, crowdPace: 15 } })
  const { counters } = node.relay
  const [ana, ben] = [await node.join(node.person('ana'), journal), await node.join(node.person('ben'), journal)]
  const author = writer()
  ana.sendUpdate(author.write('one '))
  await eventually('it is committed', () => {
    clock.move(15)
    return counters.entries === 1
  })
  await ana.acked(1)
  const other = await addJournal(database, { ana: 'editor' })
  /** What the log was given before this has been committed, and told of, after it. */
  const laterCommit = async () => {
    await appended(node.log, other.documentId as DocumentId, entryOf({ id: 'later', author: ANA }))
    await setImmediate()
  }
  return { clock, counters, ana, ben, author, laterCommit }
}

test('[R25] in a crowd a batch is collected for the pace, and what several write in it is told together', async () => {
  const { clock, counters, ana, ben, author, laterCommit } = await pairScene(2)
  const before = counters.frames
  ana.sendUpdate(author.write('two '))
  ben.sendUpdate(writer().write('Ben'))
  await eventually('both have arrived', () => counters.frames === before + 2)
  clock.move(14)
  await laterCommit()
  expect(counters.entries).toBe(1)
  clock.move(1)
  await Promise.all([ana.acked(2), ben.acked(1)])
  await ben.heard('her words', () => textOf(ben.doc).includes('one two '))
  const heard = counters.frames
  clock.move(1000)
  ana.sendUpdate(author.write('three'))
  await eventually('it has arrived', () => counters.frames === heard + 1)
  await laterCommit()
  expect(counters.entries).toBe(3)
  clock.move(15)
  await ana.acked(3)
})

test('[R25] a pair is no crowd: nobody waits for a pace', async () => {
  const { counters, ana, author } = await pairScene(3)
  ana.sendUpdate(author.write('two '))
  await ana.acked(2)
  expect(counters.entries).toBe(2)
})
