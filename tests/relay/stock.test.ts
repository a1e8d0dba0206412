/** A stock y-websocket client, without a line of ours, is a full member of the room. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { eventually } from '../support/eventually.ts'
import { readStoredDoc } from '../support/stored-log.ts'
import { textOf, useServer, writer } from './scene.ts'

const scene = useServer()

test('[R21] stock clients and one of ours converge while all write', async () => {
  const { ana, ben, stock, joined, server, journal } = await scene()
  const stocks = [await stock(ana), await stock(ben), await stock(ben)]
  const ours = await joined(ana)
  const author = writer(ours.doc)
  for (let round = 0; round < 40; round++) {
    for (const [index, client] of stocks.entries()) {
      const text = client.doc.getText('scratch')
      if (round % 4 === 3 && text.length > 3) text.delete(text.length - 2, 2)
      else text.insert(Math.floor(text.length / (index + 1)), `${index}:${round} `)
      client.doc.getMap('facts').set(`fact ${round % 5}`, index)
    }
    ours.sendUpdate(author.write(`ours:${round} `))
    if (round % 10 === 0) await ours.settled()
  }
  await ours.acked(40)
  const docs = [...stocks.map((client) => client.doc), ours.doc]
  await eventually('all are equal', () => new Set(docs.map(look)).size === 1)
  expect(look(readStoredDoc(server.dataDir, journal.documentId))).toBe(look(ours.doc))
})

test('[R21] stock clients converge through cuts, in the middle of writing', async () => {
  const { ana, ben, stock, server, journal } = await scene()
  const clients = [await stock(ana), await stock(ben)]
  for (let round = 0; round < 30; round++) {
    for (const [index, client] of clients.entries()) client.doc.getText('scratch').insert(0, `${index}:${round} `)
    // The line breaks without a goodbye: what is on its way is gone.
    if (round % 7 === 3) (clients[round % 2]?.provider.ws as unknown as { terminate(): void } | null)?.terminate()
    await new Promise(setImmediate)
  }
  await eventually(
    'both are synced and equal',
    () => clients.every((client) => client.provider.synced) && new Set(clients.map((client) => look(client.doc))).size === 1,
    10_000,
  )
  expect(look(readStoredDoc(server.dataDir, journal.documentId))).toBe(look(clients[0]?.doc ?? new Y.Doc()))
})

test('[R21] who did not ask for our frames is sent none', async () => {
  const { ana, joined } = await scene({ role: 'viewer' })
  const client = await joined(ana, { acks: false })
  client.sendUpdate(writer().write('refused in silence'))
  client.sendStep2(Y.encodeStateAsUpdate(client.doc))
  await client.settled()
  expect(client.frames.filter((frame) => frame.kind === 'ack' || frame.kind === 'refused')).toEqual([])
})

test('[R21] what was written before the first connection arrives', async () => {
  const { ana, ben, stock, joined } = await scene()
  const doc = new Y.Doc()
  doc.getText('scratch').insert(0, 'written on the train')
  await stock(ana, { doc })
  const other = await joined(ben)
  await eventually('it is heard', () => textOf(other.doc))
  expect(textOf(other.doc)).toBe('written on the train')
})

function look(doc: Y.Doc): string {
  return JSON.stringify([textOf(doc), doc.getMap('facts').toJSON()])
}
