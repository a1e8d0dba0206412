/** Several nodes on one database: what one commits reaches people on the others, also when the bus fails. */
import type { Bus } from '@tandem/server/bus/bus.ts'
import { inProcessBus } from '@tandem/server/bus/in-process-bus.ts'
import type { UpdateLog } from '@tandem/server/log/update-log.ts'
import type { DocumentId } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import { sqliteStore } from '../contracts/store.ts'
import { eventually } from '../support/eventually.ts'
import { addJournal, forward, startNode } from './node.ts'
import { textOf, writer } from './scene.ts'

const PAIR = { ana: 'editor', ben: 'owner' } as const

test('[R24] what one node commits reaches people on another, and one who writes on both sides of a lost message misses nothing', async () => {
  const { database } = await sqliteStore()
  const journal = await addJournal(database, PAIR)
  const bus = inProcessBus((defect) => expect.fail(String(defect)))
  const [here, there] = [await startNode(database, { bus }), await startNode(database, { bus })]
  const ana = await here.join(here.person('ana'), journal)
  const ben = await there.join(there.person('ben'), journal)
  const [anaWrites, benWrites] = [writer(), writer()]
  for (let line = 0; line < 20; line++) {
    ana.sendUpdate(anaWrites.write(`a${line}`))
    ben.sendUpdate(benWrites.write(`b${line}`))
  }
  await ana.acked(20)
  await ben.acked(20)
  const all = `${anaWrites.text()}${benWrites.text()}`.length
  await eventually('both have everything', () => textOf(ana.doc).length === benWrites.text().length && textOf(ben.doc).length === anaWrites.text().length)
  const late = await there.join(there.person('ana'), journal)
  expect(textOf(late.doc)).toHaveLength(all)
})

test('[R24] a message the bus lost is made up for by the next', async () => {
  const { database } = await sqliteStore()
  const journal = await addJournal(database, PAIR)
  const [here, there] = [await startNode(database), await startNode(database)]
  const ana = await here.join(here.person('ana'), journal)
  const ben = await there.join(there.person('ben'), journal)
  const author = writer()
  ana.sendUpdate(author.write('unheard, '))
  await ana.acked(1)
  ana.sendUpdate(author.write('heard'))
  await ana.acked(2)
  expect(textOf(ben.doc)).toBe('')
  there.bus.publish({ kind: 'appended', document: journal.documentId as DocumentId, seq: 3 })
  await eventually('Ben has both', () => textOf(ben.doc) === 'unheard, heard')
})

test('[R24] a message the bus lost is made up for by an own commit behind it', async () => {
  const { database } = await sqliteStore()
  const journal = await addJournal(database, PAIR)
  const [here, there] = [await startNode(database), await startNode(database)]
  const ana = await here.join(here.person('ana'), journal)
  const ben = await there.join(there.person('ben'), journal)
  ana.sendUpdate(writer().write('unheard'))
  await ana.acked(1)
  ben.sendUpdate(writer().write('b'))
  await eventually('Ben has it', () => textOf(ben.doc) === 'unheard')
})

test('[R24] what another node commits while a room is being opened is not missed', async () => {
  const { database } = await sqliteStore()
  const journal = await addJournal(database, PAIR)
  const bus = inProcessBus((defect) => expect.fail(String(defect)))
  const here = await startNode(database, { bus })
  const ana = await here.join(here.person('ana'), journal)
  const held = Promise.withResolvers<void>()
  let isOpening = false
  const wrapLog = (log: UpdateLog): UpdateLog => ({
    ...forward(log),
    // The last that is read of a room.
    loadOwners: async (document) => {
      isOpening = true
      await held.promise
      return log.loadOwners(document)
    },
  })
  const there = await startNode(database, { bus, wrapLog })
  const joining = there.join(there.person('ben'), journal)
  await eventually('the room is being opened', () => isOpening)
  ana.sendUpdate(writer().write('meanwhile'))
  await ana.acked(1)
  held.resolve()
  const ben = await joining
  await eventually('Ben has it', () => textOf(ben.doc) === 'meanwhile')
})

test('[R24] a snapshot brings what nobody here was told, even without a bus', async () => {
  const { database } = await sqliteStore()
  const journal = await addJournal(database, PAIR)
  const deaf: Bus = { publish: () => undefined, subscribe: () => () => undefined }
  const [here, there] = [await startNode(database), await startNode(database, { bus: deaf, limits: { snapshotInterval: 0 } })]
  const ana = await here.join(here.person('ana'), journal)
  const ben = await there.join(there.person('ben'), journal)
  ana.sendUpdate(writer().write('unheard'))
  await ana.acked(1)
  ben.sendUpdate(writer().write('b'.repeat(300_000)))
  await eventually('Ben has it', () => textOf(ben.doc) === 'unheard')
})

test('[R24] a snapshot that holds an entry without an answer does not keep that entry from the others', async () => {
  const { database } = await sqliteStore()
  const [first, second] = [await addJournal(database, PAIR), await addJournal(database, PAIR)]
  const document = second.documentId as DocumentId
  const [turn, answer] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  let hasTurn = false
  let entries = 0
  const node = await startNode(database, {
    limits: { snapshotInterval: 0 },
    wrapLog: (log) => ({
      ...forward(log),
      append: (appended, entry, ear) => {
        if (appended === document) entries += 1
        const isLast = entries === 2
        log.append(appended, entry, {
          stored: (seq) => (isLast ? void answer.promise.then(() => ear.stored(seq)) : ear.stored(seq)),
          refused: (trouble) => ear.refused(trouble),
        })
      },
      saveSnapshot: async (saved, snapshot) => {
        if (saved === first.documentId) {
          hasTurn = true
          await turn.promise
        }
        await log.saveSnapshot(saved, snapshot)
      },
    }),
  })
  // The other journal has the turn, so that the entry without an answer stands in the log when this one gets it.
  const elsewhere = await node.join(node.person('ana'), first)
  elsewhere.sendUpdate(writer().write('a'.repeat(300_000)))
  await eventually('the other journal has the turn', () => hasTurn)

  const [ana, ben] = [await node.join(node.person('ana'), second), await node.join(node.person('ben'), second)]
  const author = writer()
  ana.sendUpdate(author.write('b'.repeat(300_000)))
  await ana.acked(1)
  ana.sendUpdate(author.write(' and on'))
  await eventually('it is in the log', async () => (await Array.fromAsync(node.log.readSince(document, 2))).length === 1)
  turn.resolve()
  await eventually('a snapshot holds it', async () => (await node.log.findSnapshot(document))?.seq === 3)
  await eventually('both snapshots were made', () => node.relay.counters.snapshots === 2)
  answer.resolve()
  await eventually('Ben has it', () => textOf(ben.doc) === author.text())
})
