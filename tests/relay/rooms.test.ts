/** Rooms from the inside: loading, snapshots, comparing and other nodes, on a relay whose limits the test chooses. */
import type { DocumentId, JournalId } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { sqliteStore } from '../contracts/store.ts'
import { eventually } from '../support/eventually.ts'
import { openWire, refusedUpgrade } from '../support/wire-client.ts'
import { addJournal, forward, startNode } from './node.ts'
import { textOf, writer } from './scene.ts'

const PAIR = { ana: 'editor', ben: 'owner' } as const

test('[R12] who is far behind a large document is sent the difference, not the document', async () => {
  const { database } = await sqliteStore()
  const journal = await addJournal(database, PAIR)
  const node = await startNode(database, { limits: { emptyRoom: 0 } })
  const author = writer()
  const first = await node.join(node.person('ana'), journal)
  first.sendUpdate(author.write('a'.repeat(400_000)))
  await first.acked(1)
  const before = await node.join(node.person('ben'), journal)
  before.close()
  for (let line = 0; line < 50; line++) {
    first.sendUpdate(author.write(`line ${line}\n`))
    await first.acked(line + 2)
  }
  first.sendUpdate(author.erase(3))
  await first.acked(52)
  first.close()
  await eventually(
    'the room is closed with a snapshot',
    async () => node.relay.counters.rooms === 0 && (await node.log.findSnapshot(journal.documentId as DocumentId)),
  )

  const after = await openWire(node.person('ben'), journal)
  Y.applyUpdate(after.doc, Y.encodeStateAsUpdate(before.doc))
  await after.join(Y.encodeStateVector(before.doc))
  expect(textOf(after.doc)).toBe(author.text())
  const bytes = after.frames.reduce((sum, frame) => sum + ('bytes' in frame ? frame.bytes.length : 0), 0)
  expect(bytes).toBeLessThan(5000)
  after.close()
})

test('[R12] who has every word of the snapshot still hears what was deleted in it', async () => {
  const { database } = await sqliteStore()
  const journal = await addJournal(database, PAIR)
  const node = await startNode(database, { limits: { emptyRoom: 0 } })
  const author = writer()
  const first = await node.join(node.person('ana'), journal)
  for (let word = 0; word < 20; word++) {
    first.sendUpdate(author.write('word '))
    await first.acked(word + 1)
  }
  const before = await node.join(node.person('ben'), journal)
  before.close()
  first.sendUpdate(author.erase(50))
  await first.acked(21)
  first.close()
  await eventually(
    'the room is closed with a snapshot',
    async () => node.relay.counters.rooms === 0 && (await node.log.findSnapshot(journal.documentId as DocumentId)),
  )

  const after = await openWire(node.person('ben'), journal)
  Y.applyUpdate(after.doc, Y.encodeStateAsUpdate(before.doc))
  await after.join(Y.encodeStateVector(before.doc))
  expect(textOf(after.doc)).toBe(author.text())
  expect(after.frames.reduce((sum, frame) => sum + ('bytes' in frame ? frame.bytes.length : 0), 0)).toBeLessThan(60)
  after.close()
})

test('[R17] a room is loaded once for all who wait, and closes when the last one left', async () => {
  const { database } = await sqliteStore()
  const journal = await addJournal(database, PAIR)
  let loads = 0
  const node = await startNode(database, {
    limits: { emptyRoom: 0 },
    wrapLog: (log) => ({
      ...forward(log),
      findSnapshot: (document) => {
        loads += 1
        return log.findSnapshot(document)
      },
    }),
  })
  const clients = await Promise.all(['ana', 'ben', 'ana', 'ben'].map((name) => node.join(node.person(name), journal)))
  expect(loads).toBe(1)
  expect(node.relay.counters).toMatchObject({ rooms: 1, connections: 4 })
  for (const client of clients) client.close()
  await eventually('the room is closed', () => node.relay.counters.rooms === 0 && node.relay.counters.connections === 0)
})

test('[R17] a room that cannot be opened refuses who waited, and the next one tries again', async () => {
  const { database } = await sqliteStore()
  const journal = await addJournal(database, PAIR)
  let isBroken = true
  const node = await startNode(database, {
    wrapLog: (log) => ({ ...forward(log), loadOwners: (document) => (isBroken ? Promise.reject(new Error('the disk is gone')) : log.loadOwners(document)) }),
  })
  const refusals = await Promise.all(['ana', 'ben'].map((name) => refusedUpgrade(node.person(name), journal)))
  expect(refusals.map((refusal) => refusal.code)).toEqual(['internal', 'internal'])
  isBroken = false
  expect((await node.join(node.person('ana'), journal)).isOpen).toBe(true)
})

test('[R17] long tails become snapshots, and losing them loses nothing', async () => {
  const { database } = await sqliteStore()
  const journal = await addJournal(database, PAIR)
  const node = await startNode(database, { limits: { emptyRoom: 0, snapshotInterval: 0 } })
  const author = writer()
  const ana = await node.join(node.person('ana'), journal)
  ana.sendUpdate(author.write('b'.repeat(300_000)))
  await ana.acked(1)
  const document = journal.documentId as DocumentId
  await eventually('a snapshot', () => node.log.findSnapshot(document))
  ana.sendUpdate(author.write(' and on'))
  await ana.acked(2)
  const withSnapshot = await node.join(node.person('ben'), journal)
  expect(textOf(withSnapshot.doc)).toBe(author.text())

  ana.close()
  withSnapshot.close()
  await eventually('the room is closed', () => node.relay.counters.rooms === 0)
  await database.db.deleteFrom('snapshots').execute()
  const without = await node.join(node.person('ben'), journal)
  expect(textOf(without.doc)).toBe(author.text())
})

test('[R17] of many rooms that are due at once one at a time gets its snapshot', async () => {
  const { database } = await sqliteStore()
  let saving = 0
  let mostAtOnce = 0
  const node = await startNode(database, {
    limits: { snapshotInterval: 0 },
    wrapLog: (log) => ({
      ...forward(log),
      saveSnapshot: async (document, snapshot) => {
        saving += 1
        mostAtOnce = Math.max(mostAtOnce, saving)
        // Long enough for others to come.
        for (let look = 0; look < 50; look++) await log.findSnapshot(document)
        await log.saveSnapshot(document, snapshot)
        saving -= 1
      },
    }),
  })
  const journals = await Promise.all(Array.from({ length: 8 }, () => addJournal(database, PAIR)))
  const clients = await Promise.all(journals.map((journal) => node.join(node.person('ana'), journal)))
  for (const client of clients) client.sendUpdate(writer().write('b'.repeat(300_000)))
  await eventually('all have a snapshot', () => node.relay.counters.snapshots === journals.length)
  expect(mostAtOnce).toBe(1)
})

test('[R17] a document whose snapshot cannot be made rests before it is tried again', async () => {
  const { database } = await sqliteStore()
  const [broken, whole] = [await addJournal(database, PAIR), await addJournal(database, PAIR)]
  let tries = 0
  const node = await startNode(database, {
    limits: { snapshotInterval: 0 },
    wrapLog: (log) => ({
      ...forward(log),
      saveSnapshot: async (document, snapshot) => {
        if (document !== broken.documentId) return await log.saveSnapshot(document, snapshot)
        tries += 1
        throw new Error('it cannot be made')
      },
    }),
  })
  const [ana, ben] = [await node.join(node.person('ana'), broken), await node.join(node.person('ben'), whole)]
  const author = writer()
  ana.sendUpdate(author.write('a'.repeat(300_000)))
  await eventually('it was tried', () => tries === 1)
  ana.sendUpdate(author.write('and on'))
  await ana.acked(2)
  // One after the other: had it been tried again, that would have come before.
  ben.sendUpdate(writer().write('b'.repeat(300_000)))
  await eventually('the other has its snapshot', () => node.relay.counters.snapshots === 1)
  expect(tries).toBe(1)
})

test('[R17] a tail that grows out of hand does not stand in line for its snapshot', async () => {
  const { database } = await sqliteStore()
  const [first, second] = [await addJournal(database, PAIR), await addJournal(database, PAIR)]
  const held = Promise.withResolvers<void>()
  let isHeld = false
  const node = await startNode(database, {
    limits: { snapshotInterval: 0, longTailBytes: 500_000 },
    wrapLog: (log) => ({
      ...forward(log),
      saveSnapshot: async (document, snapshot) => {
        if (document === first.documentId) {
          isHeld = true
          await held.promise
        }
        await log.saveSnapshot(document, snapshot)
      },
    }),
  })
  const ana = await node.join(node.person('ana'), first)
  ana.sendUpdate(writer().write('a'.repeat(300_000)))
  await eventually('the first has the turn', () => isHeld)
  const ben = await node.join(node.person('ben'), second)
  const author = writer()
  ben.sendUpdate(author.write('b'.repeat(300_000)))
  await ben.acked(1)
  expect(await node.log.findSnapshot(second.documentId as DocumentId)).toBeUndefined()
  ben.sendUpdate(author.write('b'.repeat(300_000)))
  await eventually('the second has its snapshot', () => node.log.findSnapshot(second.documentId as DocumentId))
  held.resolve()
  await eventually('the first has its snapshot', () => node.log.findSnapshot(first.documentId as DocumentId))
})

test('[R19] somebody who cannot be judged again is closed, and judged when coming back', async () => {
  const { database } = await sqliteStore()
  const journal = await addJournal(database, PAIR)
  const node = await startNode(database)
  const ana = await node.join(node.person('ana'), journal)
  await database.db.schema.alterTable('members').renameTo('members_away').execute()
  node.bus.publish({ kind: 'access-changed', journal: journal.id as JournalId })
  expect(await ana.closed()).toMatchObject({ code: 1011, reason: 'internal' })
  await database.db.schema.alterTable('members_away').renameTo('members').execute()
  expect((await node.join(node.person('ana'), journal)).isOpen).toBe(true)
})
