/** When the disk, the reader or the server itself gives trouble: nothing acked is lost, nothing is acked too early. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { eventually } from '../support/eventually.ts'
import { pair } from '../support/people.ts'
import { startServer } from '../support/server.ts'
import { joinStock } from '../support/stock-client.ts'
import { stopWrites } from '../support/stop-writes.ts'
import { holdDatabase, readRows, readStoredDoc } from '../support/stored-log.ts'
import { refusedUpgrade } from '../support/wire-client.ts'
import { sceneOn, textOf, useServer, writer } from './scene.ts'

const scene = useServer()

test('[R18] while nothing can be written nothing is acked, the writer is told, and everything is stored afterwards', async () => {
  const { ana, ben, joined, server, journal } = await scene()
  const [client, other] = [await joined(ana), await joined(ben)]
  const author = writer()
  client.sendUpdate(author.write('before, '))
  await client.acked(1)

  const release = stopWrites(server)
  client.sendUpdate(author.write('during, '))
  await client.refused('cannot-store')
  client.sendUpdate(author.write('still during'))
  // Joining goes on from what is committed, and nobody hears what is not.
  const late = await joined(ben)
  expect(textOf(late.doc)).toBe('before, ')
  expect(textOf(other.doc)).toBe('before, ')
  expect(client.frames.filter((frame) => frame.kind === 'ack' && frame.count > 1)).toEqual([])
  expect(client.frames.filter((frame) => frame.kind === 'refused')).toHaveLength(1)

  release()
  await client.acked(3)
  for (const reader of [other, late]) await eventually('they hear it', () => textOf(reader.doc) === author.text())
  expect(textOf(readStoredDoc(server.dataDir, journal.documentId))).toBe('before, during, still during')
})

test('[R18] while another program holds the database words are saved all the same, and stand in it afterwards', async () => {
  const { ana, ben, joined, server, journal } = await scene()
  const [client, other] = [await joined(ana), await joined(ben)]
  const author = writer()
  const release = await holdDatabase(server.dataDir)
  client.sendUpdate(author.write('during'))
  await client.acked(1)
  await eventually('Ben hears it', () => textOf(other.doc) === 'during')
  expect(textOf((await joined(ben)).doc)).toBe('during')
  await release()
  await eventually('it is in the database', () => readRows(server.dataDir, journal.documentId).length > 1, 10_000)
})

test('[R18] what a writer sent before leaving in the trouble is stored all the same', async () => {
  const { ana, joined, server, journal } = await scene()
  const client = await joined(ana)
  const author = writer()
  const release = stopWrites(server)
  client.sendUpdate(author.write('and gone'))
  await client.refused('cannot-store')
  client.close()
  await client.closed()
  release()
  const stored = await eventually('it is stored', () => textOf(readStoredDoc(server.dataDir, journal.documentId)))
  expect(stored).toBe('and gone')
})

test('[R13] a step 2 that repeats what is not committed yet is acked only with it', async () => {
  const { ana, joined, server } = await scene()
  const [one, two] = [await joined(ana), await joined(ana)]
  const author = writer()
  const release = stopWrites(server)
  one.sendUpdate(author.write('pending'))
  await one.refused('cannot-store')
  two.sendStep2(Y.encodeStateAsUpdate(author.doc))
  await two.settled()
  expect(two.frames.some((frame) => frame.kind === 'ack')).toBe(false)
  release()
  await two.acked(1)
  await one.acked(1)
})

test('[R16] a reader who does not read is closed, comes back and has everything; who does is not disturbed', async () => {
  const { ana, ben, joined, server, journal } = await scene()
  const [slow, reads] = [await joined(ben), await joined(ben)]
  const writes = await joined(ana)
  const author = writer()
  slow.pause()
  // More than the limit and what the system's own buffers take.
  for (let part = 0; part < 40; part++) {
    writes.sendUpdate(author.write('0123456789'.repeat(50_000)))
    await writes.acked(part + 1)
    if (part % 10 === 9) writes.sendUpdate(author.erase(4_000_000))
    if (part % 10 === 9) await eventually('the erasure is heard', () => textOf(reads.doc) === author.text())
    if (part % 10 === 9) await writes.settled()
  }
  slow.resume()
  expect(await slow.closed()).toMatchObject({ code: 4508, reason: 'slow-reader' })
  const again = await joined(ben)
  expect(textOf(again.doc)).toBe(author.text())
  expect(reads.isOpen).toBe(true)
  expect(textOf(readStoredDoc(server.dataDir, journal.documentId))).toBe(author.text())
})

test('[R20] a server told to stop commits and acks what has arrived, then says goodbye', async () => {
  await using server = await startServer()
  const { ana, journal, joined } = await sceneOn(server)
  const client = await joined(ana)
  const author = writer()
  for (let word = 0; word < 200; word++) client.sendUpdate(author.write('word '))
  await client.settled()
  const stopped = server.stop()
  expect(await client.closed()).toMatchObject({ code: 1012, reason: 'stopping' })
  expect(client.frames.findLast((frame) => frame.kind === 'ack')).toMatchObject({ count: 200 })
  expect(await stopped).toBe(0)
  expect(journal.documentId).toBeTruthy()
})

test('[R20] stock clients come back by themselves after a restart, with what they wrote meanwhile', async () => {
  await using server = await startServer()
  const { ben, ana, journal } = await pair(server.address)
  const [first, second] = [joinStock(ana, journal), joinStock(ben, journal)]
  await Promise.all([first.synced(), second.synced()])
  first.write('before, ')
  await eventually('heard', () => second.text() === 'before, ')
  await server.kill()
  first.write('without a server, ')
  await server.restart()
  await eventually('both have it', () => second.text() === 'before, without a server, ', 10_000)
  second.write('after')
  await eventually('and go on', () => first.text().includes('after'))
  expect(first.text()).toBe('before, without a server, after')
  first.close()
  second.close()
})

test('[R20] a server that stops in the middle of trouble waits for the disk, and takes nobody new meanwhile', async () => {
  await using server = await startServer()
  const { ana, journal, joined } = await sceneOn(server)
  const client = await joined(ana)
  const release = stopWrites(server)
  client.sendUpdate(writer().write('at the last moment'))
  await client.refused('cannot-store')
  const stopped = server.stop()
  await eventually('the server stops', async () => (await refusedUpgrade(ana, journal)).code === 'stopping')
  expect(client.frames.some((frame) => frame.kind === 'ack')).toBe(false)
  release()
  await client.acked(1)
  expect(await client.closed()).toMatchObject({ code: 1012 })
  expect(await stopped).toBe(0)
})
