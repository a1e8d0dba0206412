/** Frames made to cost much: each is refused, or taken in bounded time, and people in another room go on. */
import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { eventually } from '../support/eventually.ts'
import { readStoredDoc, readStoredLog } from '../support/stored-log.ts'
import { textOf, useServer, writer } from '../relay/scene.ts'
import { vectorBytes } from './hostile-frames.ts'
import { rawAwareness, syncFrame, updateBytes } from './update-bytes.ts'

const scene = useServer()
/** How long the others may wait for a word while one of these is handled, on a machine that does much else. */
const OTHERS_WAIT_MS = 1000

const MANY = 100_000
const many = <Item>(make: (index: number) => Item): Item[] => Array.from({ length: MANY }, (_, index) => make(index))
const text = (word: string) => (encoder: encoding.Encoder) => encoding.writeVarString(encoder, word)

function nested(depth: number): unknown {
  let value: unknown = 1
  for (let level = 0; level < depth; level++) value = [value]
  return value
}

/** 10^5 keys in one map, as an honest program could write them. */
function manyKeys(): Uint8Array {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (let key = 0; key < MANY; key++) doc.getMap('facts').set(`key ${key}`, key)
  })
  return Y.encodeStateAsUpdate(doc)
}

type Fate = 'closed' | 'refused' | 'harmless'

test.for<[string, Fate, () => Uint8Array]>([
  ['10^5 keys', 'harmless', () => syncFrame(2, manyKeys())],
  [
    '10^5 client ids',
    'refused',
    () => syncFrame(2, updateBytes({ clients: many((index) => ({ client: MANY + 5 - index, clock: 0, structs: [{ info: 4, content: text('x') }] })) })),
  ],
  [
    '10^5 client ids out of order',
    'closed',
    () => syncFrame(2, updateBytes({ clients: many((index) => ({ client: index + 1, clock: 0, structs: [{ info: 4, content: text('x') }] })) })),
  ],
  [
    '10^5 ranges of deletions that are not there',
    'refused',
    () => syncFrame(2, updateBytes({ deletes: [{ client: 7, ranges: many((index) => [index * 2, 1]) }] })),
  ],
  [
    '10^5 deletions of what is there, the last first',
    'harmless',
    () =>
      syncFrame(
        2,
        updateBytes({
          clients: [{ client: 7, clock: 0, structs: [{ info: 4, parent: 'elsewhere', content: text('ab'.repeat(MANY)) }] }],
          deletes: [{ client: 7, ranges: many((index) => [2 * (MANY - 1 - index), 1]) }],
        }),
      ),
  ],
  [
    '10^5 documents in the document',
    'closed',
    () =>
      syncFrame(
        2,
        updateBytes({
          clients: [
            {
              client: 7,
              clock: 0,
              structs: many(() => ({ info: 9, parent: 'elsewhere', content: (encoder) => [text('d')(encoder), encoding.writeAny(encoder, {})] })),
            },
          ],
        }),
      ),
  ],
  [
    'two million values in one struct',
    'closed',
    () =>
      syncFrame(
        2,
        updateBytes({
          clients: [
            {
              client: 7,
              clock: 0,
              structs: [
                {
                  info: 8,
                  parent: 'elsewhere',
                  content: (encoder) => {
                    encoding.writeVarUint(encoder, 20 * MANY)
                    for (let at = 0; at < 20 * MANY; at++) encoding.writeAny(encoder, {})
                  },
                },
              ],
            },
          ],
        }),
      ),
  ],
  ['a deletion of nearly everything there could be', 'refused', () => syncFrame(2, updateBytes({ deletes: [{ client: 7, ranges: [[0, 2 ** 32 - 1]] }] }))],
  ['a clock of 2^53', 'closed', () => syncFrame(2, updateBytes({ clients: [{ client: 7, clock: 2 ** 53 - 1, structs: [{ info: 4, content: text('x') }] }] }))],
  [
    'a clock beyond a gap of four thousand million',
    'refused',
    () => syncFrame(2, updateBytes({ clients: [{ client: 7, clock: 2 ** 32 - 9, structs: [{ info: 4, content: text('x') }] }] })),
  ],
  [
    'a length of 2^53',
    'closed',
    () =>
      syncFrame(
        2,
        updateBytes({ clients: [{ client: 7, clock: 0, structs: [{ info: 0, content: (encoder) => encoding.writeVarUint(encoder, 2 ** 53 - 1) }] }] }),
      ),
  ],
  [
    'more structs said than there are',
    'closed',
    () => syncFrame(2, updateBytes({ clients: [{ client: 7, clock: 0, count: 2 ** 40, structs: [{ info: 4, content: text('x') }] }] })),
  ],
  [
    'a value ten thousand levels deep',
    'closed',
    () =>
      syncFrame(
        2,
        updateBytes({
          clients: [
            {
              client: 7,
              clock: 0,
              structs: [{ info: 8, content: (encoder) => [encoding.writeVarUint(encoder, 1), encoding.writeAny(encoder, nested(5000) as [])] }],
            },
          ],
        }),
      ),
  ],
  [
    'JSON ten thousand levels deep',
    'closed',
    () =>
      syncFrame(2, updateBytes({ clients: [{ client: 7, clock: 0, structs: [{ info: 5, content: text(`${'['.repeat(10_000)}${']'.repeat(10_000)}`) }] }] })),
  ],
  ['a state vector of 10^5 client ids', 'harmless', () => syncFrame(0, vectorBytes(many((index) => [index, 2 ** 32])))],
  ['a state vector said to be endless', 'closed', () => syncFrame(0, vectorBytes([[1, 1]], 2 ** 50))],
  ['10^5 people who are not there', 'harmless', () => rawAwareness(many((index) => [index, 1, '{}']))],
  ['people said to be endless', 'closed', () => rawAwareness([[1, 1, '{}']], 2 ** 50)],
  ['presence of five megabytes', 'harmless', () => rawAwareness([[1, 1, JSON.stringify({ novel: 'x'.repeat(5_000_000) })]])],
  ['presence ten thousand levels deep', 'harmless', () => rawAwareness([[1, 1, `{"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}`]])],
])('[R3] [R22] %s: %s, and nobody else waits', async ([, fate, make]) => {
  const { ana, ben, wire, server, journal } = await scene()
  const elsewhere = await scene()
  // Not joined: this process would read what they are sent, and be late for the others by that.
  const [hostile, honest] = [await wire(ana), await wire(ben)]
  const [other, heard] = [await elsewhere.joined(elsewhere.ben), await elsewhere.joined(elsewhere.ana)]
  const author = writer()
  honest.sendUpdate(author.write('here before'))
  await honest.acked(1)
  const before = readStoredLog(server.dataDir, journal.documentId).length

  hostile.send(make())
  const began = performance.now()
  const otherAuthor = writer()
  other.sendUpdate(otherAuthor.write('meanwhile'))
  await heard.heard('the word elsewhere', () => textOf(heard.doc) === 'meanwhile')
  expect(performance.now() - began).toBeLessThan(OTHERS_WAIT_MS)

  if (fate === 'closed') expect(await hostile.closed()).toMatchObject({ code: 4400 })
  if (fate === 'refused') await hostile.heard('a refusal', (frame) => frame.kind === 'refused')
  if (fate === 'harmless') await hostile.settled()
  if (fate !== 'harmless') expect(readStoredLog(server.dataDir, journal.documentId)).toHaveLength(before)
  honest.sendUpdate(author.write(', and after'))
  await honest.acked(2)
  await eventually('it is stored', () => textOf(readStoredDoc(server.dataDir, journal.documentId)) === 'here before, and after')
  expect(server.output()).not.toMatch(/"level":[56]0/)
})

test('[R22] a storm of presence is told to the others no faster than they can look, and costs others nothing', async () => {
  const { ana, ben, joined } = await scene()
  const [storming, looks] = [await joined(ana), await joined(ben)]
  for (let index = 0; index < 5000; index++) storming.sendAwareness([[11, index + 1, { at: index }]])
  storming.sendAwareness([[11, 5001, { last: true }]])
  await looks.heard('the last', (frame) => frame.kind === 'awareness' && Buffer.from(frame.bytes).includes('"last":true'))
  expect(looks.frames.filter((frame) => frame.kind === 'awareness').length).toBeLessThan(500)
})
