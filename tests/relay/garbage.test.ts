/** Hostile bytes: refused whole, whatever they are, and nobody else notices. */
import { createHash } from 'node:crypto'
import * as encoding from 'lib0/encoding'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { eventually } from '../support/eventually.ts'
import { readStoredDoc } from '../support/stored-log.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { awarenessFrame, type WireClient } from '../support/wire-client.ts'
import { type Scene, sceneOn, textOf, writer } from './scene.ts'

/** Of each of two kinds, in each of two tests. */
const FRAMES = 5000

let server: TestServer
beforeAll(async () => {
  server = await startServer({ env: { LIMIT_SIGN_INS: '0', LIMIT_CALLS: '0' } })
})
afterAll(async () => {
  await server.stop()
})

test.for<[string, (client: WireClient) => void]>([
  ['an empty frame', (client) => client.send(new Uint8Array())],
  ['text', (client) => client.sendText('hello')],
  ['an unknown type', (client) => client.send(Uint8Array.of(42))],
  ['a type of ours', (client) => client.send(Uint8Array.of(64, 1))],
  ['an unknown sync step', (client) => client.send(Uint8Array.of(0, 9, 0))],
  ['a length beyond the frame', (client) => client.send(Uint8Array.of(0, 2, 200, 1, 0))],
  ['bytes behind the frame', (client) => client.send(Uint8Array.of(0, 2, 2, 0, 0, 7))],
  ['an update that is none', (client) => client.sendUpdate(Uint8Array.of(1, 2, 3))],
  ['a state vector that is none', (client) => client.sendStep1(Uint8Array.of(9, 9))],
  ['awareness that is no JSON', (client) => client.send(Uint8Array.of(1, 4, 1, 5, 1, 123))],
  ['awareness that is a list', (client) => client.send(awarenessFrame([[5, 1, []]]))],
  ['an update in the second encoding', (client) => client.sendUpdate(Y.convertUpdateFormatV1ToV2(writer().write('second encoding')))],
])('[R3] %s is refused and closed', async ([, say]) => {
  const { ana, ben, joined } = await sceneOn(server)
  const [hostile, honest] = [await joined(ana), await joined(ben)]
  say(hostile)
  await hostile.refused('malformed-frame')
  expect(await hostile.closed()).toMatchObject({ code: 4400, reason: 'malformed-frame' })
  honest.sendUpdate(writer().write('goes on'))
  await honest.acked(1)
})

test(`[R3] ${FRAMES} mutated and ${FRAMES} random frames of a viewer change nothing and stop nobody`, async () => {
  const scene = await sceneOn(server, 'viewer')
  const author = writer()
  const honest = await scene.joined(scene.ben)
  honest.sendUpdate(author.write('What was here before.'))
  await honest.acked(1)
  const before = hashOf(readStoredDoc(server.dataDir, scene.journal.documentId))
  await sendGarbage(scene, { seed: 20_261_123, bases: basesFor(author.doc) })
  expect(hashOf(readStoredDoc(server.dataDir, scene.journal.documentId))).toBe(before)
  honest.sendUpdate(author.write(' And goes on.'))
  await honest.acked(2)
  expect(textOf(readStoredDoc(server.dataDir, scene.journal.documentId))).toBe('What was here before. And goes on.')
})

test(`[R3] what of ${FRAMES} mutated and ${FRAMES} random frames of an editor is taken is sound, and everybody has the same`, async () => {
  const scene = await sceneOn(server, 'editor')
  const honest = await scene.joined(scene.ben)
  const author = writer(honest.doc)
  honest.sendUpdate(author.write('What was here before.'))
  await honest.acked(1)
  await sendGarbage(scene, { seed: 19_700_101, bases: basesFor(author.doc) })
  honest.sendUpdate(author.write(' And goes on.'))
  await honest.acked(2)

  const stored = readStoredDoc(server.dataDir, scene.journal.documentId)
  expect(stored.store.pendingStructs === null && stored.store.pendingDs === null).toBe(true)
  expect(Y.decodeStateVector(Y.encodeStateVector(stored)).get(author.doc.clientID)).toBe('What was here before. And goes on.'.length)
  const late = await scene.joined(scene.ben)
  expect(contentOf(late.doc)).toEqual(contentOf(stored))
  await eventually('who was there all the time has everything', () => Buffer.from(Y.encodeStateVector(honest.doc)).equals(Y.encodeStateVector(stored)))
  expect(contentOf(honest.doc)).toEqual(contentOf(stored))
})

/** Sends mutated and random frames, each to be heard before the next, making the connection anew whenever it was closed for one. */
async function sendGarbage({ wire, ana }: Scene, { seed, bases }: { readonly seed: number; readonly bases: readonly Uint8Array[] }): Promise<void> {
  const random = seeded(seed)
  let sent = 0
  let closed = 0
  const hostile = async () => {
    let client = await wire(ana)
    while (sent < 2 * FRAMES) {
      sent += 1
      client.send(sent % 2 === 0 ? mutated(bases[random(bases.length)] ?? new Uint8Array(), random) : bytesOf(random(64), random))
      await client.settled()
      if (client.isOpen) continue
      closed += 1
      client = await wire(ana)
    }
    client.close()
  }
  await Promise.all(Array.from({ length: 16 }, hostile))
  expect(closed).toBeGreaterThan(FRAMES)
}

/** Frames as honest programs send them, to be mutated: known words, a step 2, new words, words after a gap, a step 1, presence. */
function basesFor(known: Y.Doc): Uint8Array[] {
  const gap = writer()
  gap.write('never sent')
  const more = writer()
  Y.applyUpdate(more.doc, Y.encodeStateAsUpdate(known))
  return [
    sync(2, Y.encodeStateAsUpdate(known)),
    sync(1, Y.encodeStateAsUpdate(known)),
    sync(2, more.write(' more')),
    sync(2, more.erase(3)),
    sync(1, Y.encodeStateAsUpdate(more.doc)),
    sync(2, gap.write('after a gap')),
    sync(0, Y.encodeStateVector(known)),
    awarenessFrame([[known.clientID, 7, { caret: 3 }]]),
  ]
}

/** What people see of a document: how its garbage is kept is each replica's own business. */
function contentOf(doc: Y.Doc): Record<string, unknown> {
  for (const root of doc.share.keys()) doc.getText(root)
  return doc.toJSON()
}

/** The content of a document, whatever order it was built in. */
function hashOf(doc: Y.Doc): string {
  const clone = new Y.Doc()
  Y.applyUpdate(clone, Y.encodeStateAsUpdate(doc))
  return createHash('sha256').update(Y.encodeStateAsUpdate(clone)).digest('hex')
}

function sync(step: number, bytes: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarUint(encoder, step)
    encoding.writeVarUint8Array(encoder, bytes)
  })
}

function mutated(frame: Uint8Array, random: (below: number) => number): Uint8Array {
  const bytes = frame.slice(0, random(5) === 0 ? random(frame.length + 1) : frame.length)
  for (let change = random(4); change >= 0 && bytes.length > 0; change--) bytes[random(bytes.length)] = random(256)
  return bytes
}

function bytesOf(length: number, random: (below: number) => number): Uint8Array {
  return Uint8Array.from({ length }, () => random(256))
}

/** The same numbers on every machine (mulberry32). */
function seeded(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return Math.floor((((value ^ (value >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}
