/** Those who may only read, for good or for now. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { eventually } from '../support/eventually.ts'
import { call } from '../support/people.ts'
import { joinStock } from '../support/stock-client.ts'
import { readStoredLog } from '../support/stored-log.ts'
import { textOf, useServer, writer } from './scene.ts'

const scene = useServer()

test('[R10] a viewer hears everything and changes nothing, and stays', async () => {
  const { ana, ben, joined, server, journal } = await scene({ role: 'viewer' })
  const [reads, writes] = [await joined(ana), await joined(ben)]
  const stored = readStoredLog(server.dataDir, journal.documentId).length
  reads.sendUpdate(writer().write('graffiti'))
  await reads.refused('read-only')
  reads.sendStep2(writer().write('more graffiti'))
  await eventually('both are refused', () => reads.frames.filter((frame) => frame.kind === 'refused').length === 2)
  expect(readStoredLog(server.dataDir, journal.documentId)).toHaveLength(stored)
  const author = writer()
  writes.sendUpdate(author.write('Ben writes'))
  await reads.heard('his words', () => textOf(reads.doc) === 'Ben writes')
  expect(reads.isOpen).toBe(true)
})

test('[R10] a viewer’s step 2 that brings nothing is acked quietly', async () => {
  const { ana, joined } = await scene({ role: 'viewer' })
  const client = await joined(ana)
  client.sendStep2(Y.encodeStateAsUpdate(client.doc))
  await client.acked(1)
  expect(client.frames.some((frame) => frame.kind === 'refused')).toBe(false)
})

test('[R10] a stock client that may only read stays connected, whatever it tries', async () => {
  const { ana, ben, journal, stock } = await scene({ role: 'commenter' })
  const reader = joinStock(ana, journal)
  reader.write('written before it knew better')
  await reader.synced()
  reader.write(', and after')
  const author = await stock(ben)
  author.write('Ben writes')
  await eventually('the reader hears', () => reader.text().includes('Ben writes'))
  expect(author.text()).toBe('Ben writes')
  expect(reader.provider.wsconnected).toBe(true)
  reader.close()
})

test('[R10] an archived journal can be read and not written, until it is brought back', async () => {
  const { ana, ben, joined, journal, server } = await scene()
  const client = await joined(ana)
  await call(ben, { method: 'POST', path: `/api/journals/${journal.id}/archive`, body: {} })
  await client.refused('role-changed')
  const author = writer()
  client.sendUpdate(author.write('too late'))
  await client.refused('journal-archived')
  const asked = client.frames.filter((frame) => frame.kind === 'step1').length
  await call(ben, { method: 'POST', path: `/api/journals/${journal.id}/unarchive`, body: {} })
  await eventually('the server asks for what it refused', () => client.frames.filter((frame) => frame.kind === 'step1').length > asked)
  client.sendStep2(Y.encodeStateAsUpdate(author.doc))
  await client.acked(2)
  expect(readStoredLog(server.dataDir, journal.documentId).at(-1)?.author).toBe(ana.id)
})
