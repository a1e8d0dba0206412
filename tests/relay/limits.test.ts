/** Limits and beats, on a relay whose limits and clock the test chooses. */
import type { Clock } from '@tandem/server/clock.ts'
import { expect, test } from 'vitest'
import { sqliteStore } from '../contracts/store.ts'
import { eventually } from '../support/eventually.ts'
import { testClock } from '../support/test-clock.ts'
import { openWire, refusedUpgrade } from '../support/wire-client.ts'
import { addJournal, startNode } from './node.ts'
import { writer } from './scene.ts'

const PAIR = { ana: 'editor', ben: 'owner' } as const

test('[R22] connections per room, frames and documents are bounded', async () => {
  const { database } = await sqliteStore()
  const journal = await addJournal(database, PAIR)
  const node = await startNode(database, { limits: { connectionsPerRoom: 2, frameBytes: 2000, documentBytes: 3000 } })
  const ana = await node.join(node.person('ana'), journal)
  const ben = await node.join(node.person('ben'), journal)
  expect(await refusedUpgrade(node.person('ben'), journal)).toMatchObject({ status: 503, code: 'too-many-connections' })

  const author = writer()
  for (let part = 0; part < 3; part++) ana.sendUpdate(author.write('c'.repeat(1200)))
  await ana.refused('document-too-large')
  await ana.acked(2)
  expect(ana.isOpen).toBe(true)

  ben.sendUpdate(writer().write('d'.repeat(3000)))
  expect(await ben.closed()).toMatchObject({ code: 1009 })
  expect(node.relay.counters.refused['frame-too-large']).toBe(1)
})

test('[R22] connections of one person are bounded', async () => {
  const { database } = await sqliteStore()
  const [one, two] = [await addJournal(database, PAIR), await addJournal(database, PAIR)]
  const node = await startNode(database, { limits: { connectionsPerPerson: 1 } })
  await node.join(node.person('ana'), one)
  expect(await refusedUpgrade(node.person('ana'), two)).toMatchObject({ code: 'too-many-connections' })
  expect((await node.join(node.person('ben'), two)).isOpen).toBe(true)
})

test('[R22] who sends too fast is read more slowly, and loses nothing', async () => {
  const { database } = await sqliteStore()
  const journal = await addJournal(database, PAIR)
  const clock = testClock()
  const node = await startNode(database, { clock, limits: { framesPerSecond: 10 } })
  const ana = await node.join(node.person('ana'), journal)
  const author = writer()
  for (let word = 0; word < 60; word++) ana.sendUpdate(author.write('word '))
  await eventually('all are committed, time having passed', () => {
    clock.move(100)
    return ana.frames.some((frame) => frame.kind === 'ack' && frame.count === 60)
  })
  expect(ana.isOpen).toBe(true)
})

test('[R22] after a large frame that took long nothing of its sender is read for a while, on no connection', async () => {
  const { database } = await sqliteStore()
  const journal = await addJournal(database, PAIR)
  const clock = testClock()
  let looks = 0
  // Between two looks at it ten milliseconds go by.
  const node = await startNode(database, { clock: { ...clock, now: () => clock.now() + 10 * looks++ } })
  const ana = node.person('ana')
  const [first, second, ben] = [await node.join(ana, journal), await node.join(ana, journal), await node.join(node.person('ben'), journal)]
  first.sendUpdate(writer().write('c'.repeat(20_000)))
  await first.acked(1)
  const third = await openWire(ana, journal)
  const waiting = [second, third]
  for (const wire of waiting) wire.sendUpdate(writer().write('small '))
  // Read before anything that is sent later than it.
  for (let word = 1; word <= 5; word += 1) {
    ben.sendUpdate(writer().write('other '))
    await ben.acked(word)
  }
  expect(waiting.map(({ frames }) => frames.some(({ kind }) => kind === 'ack'))).toEqual([false, false])
  clock.move(10_000)
  for (const wire of waiting) await wire.acked(1)
  third.close()
})

test('[R23] a silent connection is ended, a living one is sent something at every beat', async () => {
  const { database } = await sqliteStore()
  const journal = await addJournal(database, PAIR)
  const clock = testClock()
  const node = await startNode(database, { clock, limits: { heartbeat: 20_000 } })
  const ana = await node.join(node.person('ana'), journal)
  const silent = await node.join(node.person('ben'), journal)
  silent.pause()
  clock.move(20_000)
  await ana.heard('a beat', (frame) => frame.kind === 'awareness')
  ana.sendAwareness([])
  const { frames } = node.relay.counters
  await eventually('she was heard', () => node.relay.counters.frames > frames || undefined)
  clock.move(20_000)
  await eventually('the silent one is gone', () => node.relay.counters.connections === 1)
  expect(ana.isOpen).toBe(true)
})

test('[R23] timers that come late make no beat longer', async () => {
  const { database } = await sqliteStore()
  const journal = await addJournal(database, PAIR)
  const clock = testClock()
  const late: Clock['every'] = (interval, act) => clock.every(10 * interval, act)
  const node = await startNode(database, { clock: { ...clock, every: late }, limits: { heartbeat: 20_000 } })
  const silent = await node.join(node.person('ben'), journal)
  silent.pause()
  for (let beat = 0; beat < 2; beat += 1) clock.move(20_000)
  await eventually('the silent one is gone', () => node.relay.counters.connections === 0)
})

test('[R23] a sign-in that ended without a word is found at the third beat', async () => {
  const { database } = await sqliteStore()
  const journal = await addJournal(database, PAIR)
  const clock = testClock()
  const node = await startNode(database, { clock, limits: { heartbeat: 20_000 } })
  const ana = await node.join(node.person('ana'), journal)
  node.endSignIn(node.person('ana'))
  for (let beat = 0; beat < 3; beat++) {
    const { frames } = node.relay.counters
    ana.sendAwareness([])
    await eventually('she was heard', () => node.relay.counters.frames > frames)
    clock.move(20_000)
  }
  expect(await ana.closed()).toMatchObject({ code: 4401, reason: 'signed-out' })
})
