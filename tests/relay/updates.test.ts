/** What becomes of an update: own ids, gaps, counting, and that nothing is told before it is committed. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { eventually } from '../support/eventually.ts'
import { readStoredDoc, readStoredLog } from '../support/stored-log.ts'
import { textOf, useServer, writer } from './scene.ts'

const scene = useServer()

test('[R6] what another person hears is already in the log', async () => {
  const { ana, ben, joined, server, journal } = await scene()
  const [writes, hears] = [await joined(ana), await joined(ben)]
  const author = writer()
  for (let word = 1; word <= 20; word++) {
    writes.sendUpdate(author.write(`${word} `))
    await hears.heard('the word', () => textOf(hears.doc) === author.text())
    expect(textOf(readStoredDoc(server.dataDir, journal.documentId))).toBe(author.text())
  }
})

test('[R6] the sender is acked and not told of its own words', async () => {
  const { ana, joined } = await scene()
  const client = await joined(ana)
  const before = client.frames.length
  client.sendUpdate(writer().write('mine'))
  await client.acked(1)
  expect(client.frames.slice(before).map((frame) => frame.kind)).toEqual(['ack'])
})

test('[R5] a refused update changes nothing, not even what is known', async () => {
  const { ana, ben, joined, server, journal } = await scene()
  const [honest, forger] = [await joined(ana), await joined(ben)]
  const author = writer()
  honest.sendUpdate(author.write('Ana'))
  await honest.acked(1)
  const stored = readStoredLog(server.dataDir, journal.documentId).length
  const forged = writer()
  forged.doc.clientID = author.doc.clientID
  Y.applyUpdate(forged.doc, Y.encodeStateAsUpdate(author.doc))
  forged.doc.clientID = author.doc.clientID
  forger.sendUpdate(forged.write(' is silly'))
  await forger.refused('foreign-client-id')
  expect(await forger.closed()).toMatchObject({ code: 4409, reason: 'foreign-client-id' })
  expect(readStoredLog(server.dataDir, journal.documentId)).toHaveLength(stored)
  // The very clocks that were refused are still hers to write.
  honest.sendUpdate(author.write(' is well'))
  await honest.acked(2)
  expect(textOf(readStoredDoc(server.dataDir, journal.documentId))).toBe('Ana is well')
})

test('[R7] two tabs of one person may write under each other’s ids', async () => {
  const { ana, joined, server, journal } = await scene()
  const author = writer()
  const [one, two] = [await joined(ana), await joined(ana)]
  one.sendUpdate(author.write('one '))
  await one.acked(1)
  two.sendUpdate(author.write('two'))
  await two.acked(1)
  expect(textOf(readStoredDoc(server.dataDir, journal.documentId))).toBe('one two')
})

test('[R7] a resync that repeats what others wrote passes', async () => {
  const { ana, ben, joined } = await scene()
  const [first, second] = [await joined(ana), await joined(ben)]
  const anaWrites = writer()
  first.sendUpdate(anaWrites.write('Ana '))
  await first.acked(1)
  await second.heard('her words', () => textOf(second.doc) === 'Ana ')
  const benWrites = writer(second.doc)
  benWrites.write('Ben')
  second.sendStep2(Y.encodeStateAsUpdate(second.doc))
  await second.acked(1)
  const heard = await first.heard('his words', (frame) => frame.kind === 'update')
  expect(heard).toMatchObject({ kind: 'update' })
})

test('[R7] two people of one browser who share a copy: the second is refused, not mistaken for the first', async () => {
  const { ana, ben, joined, server, journal } = await scene()
  const shared = writer()
  const first = await joined(ana)
  first.sendUpdate(shared.write('Ana online, '))
  await first.acked(1)
  shared.write('Ana offline')
  const second = await joined(ben)
  second.sendStep2(Y.encodeStateAsUpdate(shared.doc))
  await second.refused('foreign-client-id')
  expect(textOf(readStoredDoc(server.dataDir, journal.documentId))).toBe('Ana online, ')
  // Hers are not lost: she brings them herself.
  first.sendStep2(Y.encodeStateAsUpdate(shared.doc))
  await first.acked(2)
  expect(textOf(readStoredDoc(server.dataDir, journal.documentId))).toBe('Ana online, Ana offline')
})

test('[R7] an id somebody is present under cannot be taken before they write', async () => {
  const { ana, ben, joined } = await scene()
  const author = writer()
  const [first, second] = [await joined(ana), await joined(ben)]
  first.sendAwareness([[author.doc.clientID, 1, {}]])
  await second.heard('her presence', (frame) => frame.kind === 'awareness')
  second.sendUpdate(author.write('stolen'))
  expect(await second.closed()).toMatchObject({ code: 4409, reason: 'foreign-client-id' })
})

test('[R8] a gap is refused, asked for, and healed by the answer', async () => {
  const { ana, joined, server, journal } = await scene()
  const client = await joined(ana)
  const author = writer()
  author.write('lost on the way, ')
  const steps = () => client.frames.filter((frame) => frame.kind === 'step1').length
  const asked = steps()
  client.sendUpdate(author.write('then this, '))
  client.sendUpdate(author.write('and this'))
  await client.refused('missing-updates')
  await eventually('one question', () => steps() === asked + 1)
  client.sendStep2(Y.encodeStateAsUpdate(author.doc))
  await client.acked(3)
  expect(client.frames.filter((frame) => frame.kind === 'refused')).toHaveLength(1)
  expect(steps()).toBe(asked + 1)
  expect(textOf(readStoredDoc(server.dataDir, journal.documentId))).toBe(author.text())
})

test('[R8] a stock client with a hole in what it sent heals by itself', async () => {
  const { ana, ben, stock } = await scene()
  const client = await stock(ana)
  const other = await stock(ben)
  const socket = await eventually('the line', () => client.provider.ws)
  const send = socket.send.bind(socket)
  socket.send = () => undefined
  client.write('swallowed by the network, ')
  socket.send = send
  client.write('and then not')
  await eventually('the other has something', () => other.text())
  expect(other.text()).toBe('swallowed by the network, and then not')
})

test('[R9] an ack counts step 2 and update frames, and comes once for what is committed together', async () => {
  const { ana, joined } = await scene()
  const client = await joined(ana)
  const author = writer()
  client.sendStep2(author.write('one'))
  client.sendAwareness([[author.doc.clientID, 1, {}]])
  client.sendUpdate(author.write('two'))
  client.sendUpdate(author.erase(1))
  await client.acked(3)
  const counts = client.frames.flatMap((frame) => (frame.kind === 'ack' ? [frame.count] : []))
  expect(counts).toEqual(counts.toSorted((a, b) => a - b))
  expect(counts.at(-1)).toBe(3)
})

test('[R9] a frame that was refused is not acked, whatever comes after it', async () => {
  const { ana, joined } = await scene()
  const client = await joined(ana)
  const author = writer()
  client.sendUpdate(author.write('one'))
  const missing = writer()
  missing.write('never sent')
  client.sendUpdate(missing.write('refused'))
  client.sendUpdate(author.write('three'))
  await client.refused('missing-updates')
  await client.acked(1)
  client.sendUpdate(author.write('four'))
  client.sendStep2(Y.encodeStateAsUpdate(missing.doc))
  await client.acked(5)
  const counts = client.frames.flatMap((frame) => (frame.kind === 'ack' ? [frame.count] : []))
  expect(counts.filter((count) => count > 1 && count < 5)).toEqual([])
})

test('[R13] a step 2 that brings nothing is acked and leaves no trace', async () => {
  const { ana, ben, joined, server, journal } = await scene()
  const author = writer()
  const first = await joined(ana)
  first.sendUpdate(author.write('Hello there'))
  first.sendUpdate(author.erase(6))
  await first.acked(2)
  const second = await joined(ben)
  const stored = readStoredLog(server.dataDir, journal.documentId).length
  const heard = first.frames.length
  second.sendStep2(Y.encodeStateAsUpdate(second.doc))
  await second.acked(1)
  expect(readStoredLog(server.dataDir, journal.documentId)).toHaveLength(stored)
  expect(first.frames).toHaveLength(heard)
})

test('[R13] of a step 2 that only deletes, the new deletions are kept', async () => {
  const { ana, ben, joined, server, journal } = await scene()
  const author = writer()
  const first = await joined(ana)
  for (let word = 0; word < 40; word++) first.sendUpdate(author.write('word '))
  for (let word = 0; word < 10; word++) first.sendUpdate(author.erase(2))
  await first.acked(50)
  const second = await joined(ben)
  await second.heard('all of it', () => textOf(second.doc) === author.text())
  const benWrites = writer(second.doc)
  benWrites.erase(1)
  second.sendStep2(Y.encodeStateAsUpdate(second.doc))
  await second.acked(1)
  const last = readStoredLog(server.dataDir, journal.documentId).at(-1)
  expect(last?.updates[0]?.length).toBeLessThan(12)
  await first.heard('the deletion', () => textOf(first.doc).length === 0)
  expect(textOf(readStoredDoc(server.dataDir, journal.documentId))).toBe(benWrites.text())
})
