/** A struct that begins with known clocks and says something else of them: found by the storm, it made every copy throw for ever. */
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { DATABASE_FILE } from '@tandem/server/database/open-database.ts'
import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { textOf, useServer, writer } from '../relay/scene.ts'
import { readStoredDoc, readStoredLog } from '../support/stored-log.ts'
import { eventually } from '../support/eventually.ts'
import { POISON } from './poison.ts'
import { updateBytes } from './update-bytes.ts'

const scene = useServer()

const PARENT = 1001
const CHILD = 1002
const word = (text: string) => (encoder: encoding.Encoder) => encoding.writeVarString(encoder, text)

/** A text of its own under a root, a word in it, and its deletion, with which the word becomes garbage. */
const PREPARED = [
  updateBytes({ clients: [{ client: PARENT, clock: 0, structs: [{ info: 7, content: (encoder) => encoding.writeVarUint(encoder, 2) }] }] }),
  updateBytes({ clients: [{ client: CHILD, clock: 0, structs: [{ info: 4, parent: { client: PARENT, clock: 0 }, content: word('a') }] }] }),
  updateBytes({ deletes: [{ client: PARENT, ranges: [[0, 1]] }] }),
]
/** Says that the word stands in a root, and is longer. */
const CONTRADICTION = updateBytes({ clients: [{ client: CHILD, clock: 0, structs: [{ info: 4, content: word('and now in a root') }] }] })

test('Yjs alone cannot bear it', () => {
  const doc = new Y.Doc()
  for (const update of PREPARED) Y.applyUpdate(doc, update)
  expect(() => Y.applyUpdate(doc, CONTRADICTION)).toThrow(TypeError)
})

test('[R5] the log keeps only what is new in it, and everybody can read on', async () => {
  const { ana, ben, joined, server, journal } = await scene()
  const [hostile, honest] = [await joined(ana), await joined(ben)]
  for (const update of [...PREPARED, CONTRADICTION]) hostile.sendUpdate(update)
  await hostile.acked(4)
  const author = writer()
  honest.sendUpdate(author.write('goes on'))
  await honest.acked(1)
  const stored = readStoredDoc(server.dataDir, journal.documentId)
  expect(textOf(stored)).toBe('goes on')
  const late = await joined(ben)
  expect(textOf(late.doc)).toBe('goes on')
})

test('[R13] of honest words that overlap with known ones only the new ones are logged', async () => {
  const { ana, joined, server, journal } = await scene()
  const author = writer()
  const first = await joined(ana)
  first.sendUpdate(author.write('known, '))
  await first.acked(1)
  author.write('new')
  // One struct of all words: what a tab offers whose old line delivered some of them after the new one had asked.
  first.sendUpdate(Y.encodeStateAsUpdate(author.doc))
  await first.acked(2)
  expect(textOf(readStoredDoc(server.dataDir, journal.documentId))).toBe('known, new')
  const last = readStoredLog(server.dataDir, journal.documentId).at(-1)?.updates[0] ?? new Uint8Array()
  expect(Buffer.from(last).includes('known')).toBe(false)
})

test('[R17] a journal that somebody has broken opens again once all have left: its snapshot is without what breaks it', async () => {
  const { ana, ben, joined, wire, server, journal } = await scene()
  // Not joined, for it would break here as it does in every page.
  const [hostile, honest] = [await wire(ana), await wire(ben)]
  for (const update of POISON) hostile.sendUpdate(update)
  await hostile.acked(POISON.length)
  const author = writer()
  for (let sent = 1; sent <= 20; sent++) {
    honest.sendUpdate(author.write('word '))
    await honest.acked(sent)
  }
  hostile.close()
  honest.close()
  await expect.poll(() => server.output(), { timeout: 20_000 }).toContain('updates that break its document')
  await eventually('the snapshot is there', () => isSnapshotStored(server.dataDir, journal.documentId))
  const again = await joined(ben)
  expect(textOf(again.doc)).toBe(author.text())
  let told = 0
  again.doc.on('update', () => {
    told += 1
  })
  again.doc.getText('scratch').insert(0, 'and on ')
  expect(told).toBe(1)
})

function isSnapshotStored(dataDir: string, documentId: string): boolean {
  const database = new DatabaseSync(join(dataDir, DATABASE_FILE), { readOnly: true, timeout: 5000 })
  try {
    return database.prepare('select seq from snapshots where document_id = ?').get(documentId) !== undefined
  } finally {
    database.close()
  }
}
