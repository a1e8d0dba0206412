/** After a backup was restored: browsers hold what the server has lost, their own words and each other's. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { joinByName, invite, createJournal, signUp } from '../support/people.ts'
import { eventually } from '../support/eventually.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { readStoredDoc, readStoredLog } from '../support/stored-log.ts'
import { openWire } from '../support/wire-client.ts'
import { textOf, writer } from '../relay/scene.ts'

const ENV = { LIMIT_SIGN_INS: '0', LIMIT_CALLS: '0' }

/** A journal on a server that has lost what Ana and Ben wrote last; Ben's browser has all of it, Ana's words being under her client id. */
async function restored(server: TestServer) {
  const ben = await signUp(server.address, 'Ben')
  const journal = await createJournal(ben, { template: 'blank' })
  const ana = await joinByName(server.address, await invite(ben, journal, { seat: 'mentee', role: 'editor' }), 'Ana')
  const anaWrites = writer()
  const first = await openWire(ana, journal)
  first.sendUpdate(anaWrites.write('kept in the backup, '))
  await first.acked(1)
  first.close()
  anaWrites.write('lost by Ana, ')
  const fresh = writer()
  Y.applyUpdate(fresh.doc, Y.encodeStateAsUpdate(anaWrites.doc))
  fresh.write('lost in another tab of hers, ')
  const benWrites = writer()
  Y.applyUpdate(benWrites.doc, Y.encodeStateAsUpdate(fresh.doc))
  benWrites.write('lost by Ben')
  return { ben, ana, journal, anaWrites, fresh, benWrites }
}

const ALL = 'kept in the backup, lost by Ana, lost in another tab of hers, lost by Ben'

test('[R7] in the repair window one person brings back everybody’s words, and each goes on under their own client id', async () => {
  await using server = await startServer({ env: { ...ENV, REPAIR_MINUTES: '5' } })
  const { ben, ana, journal, fresh, benWrites } = await restored(server)
  const brings = await openWire(ben, journal)
  brings.sendAwareness([[benWrites.doc.clientID, 1, {}]])
  brings.sendStep2(Y.encodeStateAsUpdate(benWrites.doc))
  await brings.acked(1)
  expect(textOf(readStoredDoc(server.dataDir, journal.documentId))).toBe(ALL)
  expect(readStoredLog(server.dataDir, journal.documentId).at(-1)?.author).toBe(ben.id)
  await expect.poll(() => server.output()).toContain('words of others were taken in the repair window')
  expect(server.output()).not.toContain('lost by')

  // Ordinary updates, which the window does not concern, in a room that was loaded anew: everybody owns what is theirs.
  await server.kill()
  await server.restart()
  Y.applyUpdate(fresh.doc, Y.encodeStateAsUpdate(benWrites.doc))
  const goesOn = await openWire(ana, journal)
  goesOn.sendUpdate(fresh.write(' and more'))
  await goesOn.acked(1)
  goesOn.close()
  expect(textOf(readStoredDoc(server.dataDir, journal.documentId))).toBe(`${ALL} and more`)
})

test('[R7] in the repair window an update under somebody else’s client id is refused as ever', async () => {
  await using server = await startServer({ env: { ...ENV, REPAIR_MINUTES: '5' } })
  const { ben, journal, anaWrites } = await restored(server)
  const forger = await openWire(ben, journal)
  forger.sendUpdate(Y.encodeStateAsUpdate(anaWrites.doc))
  await forger.refused('foreign-client-id')
  expect(await forger.closed()).toMatchObject({ code: 4409 })
})

test('[R7] without the window others’ words wait for their writer; who wrote them brings them back', async () => {
  await using server = await startServer({ env: ENV })
  const { ben, ana, journal, benWrites, fresh } = await restored(server)
  const brings = await openWire(ben, journal)
  brings.sendStep2(Y.encodeStateAsUpdate(benWrites.doc))
  await brings.refused('foreign-client-id')
  expect(textOf(readStoredDoc(server.dataDir, journal.documentId))).toBe('kept in the backup, ')
  const writer1 = await openWire(ana, journal)
  writer1.sendStep2(Y.encodeStateAsUpdate(fresh.doc))
  await writer1.acked(1)
  writer1.close()
  const again = await openWire(ben, journal)
  again.sendStep2(Y.encodeStateAsUpdate(benWrites.doc))
  await again.acked(1)
  again.close()
  await eventually('everything is back', () => textOf(readStoredDoc(server.dataDir, journal.documentId)) === ALL)
})
