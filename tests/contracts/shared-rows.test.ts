/** Rows that hold several entries: where people take turns, a row for each would cost more than what they say. */
import { compact } from '@tandem/server/log/compaction.ts'
import { createSnapshotter } from '@tandem/server/log/snapshotter.ts'
import { expect, onTestFinished, test } from 'vitest'
import { appended } from '../support/appended.ts'
import { docOf, entryOf, readAll, textOf, writer } from './log-scene.ts'
import { ANA, BEN, sqliteStore } from './store.ts'

/** Ana and Ben take turns at every letter, `turns` each; all of it is old, and in a snapshot. */
async function inTurns(turns: number) {
  const { log, database, addDocument } = await sqliteStore()
  const document = await addDocument()
  const snapshotter = createSnapshotter(log)
  onTestFinished(() => snapshotter.close())
  const pens = [
    { author: ANA, pen: writer(1) },
    { author: BEN, pen: writer(2) },
  ]
  for (let turn = 0; turn < turns; turn++) {
    const said = pens.map(({ author, pen }, index) => ({ author, id: `${turn}/${index}`, updates: pen.type(index === 0 ? 'a' : 'b') }))
    await Promise.all(said.map((entry) => appended(log, document, entryOf(entry))))
  }
  const snapshot = await snapshotter.build(document)
  if (snapshot) await log.saveSnapshot(document, snapshot)
  const rows = () => database.db.selectFrom('log_entries').selectAll().where('document_id', '=', document).orderBy('seq').execute()
  return { log, document, rows, compactAll: () => compact(document, 1_000_000, { database, merge: snapshotter.merge }) }
}

test('[L8] where nothing can be merged entries share rows all the same, and each stays what it was', async () => {
  const it = await inTurns(300)
  const before = await readAll(it.log, it.document)
  await it.compactAll()
  expect((await it.rows()).length).toBeLessThan(10)
  // The first of each brought the line they write on too, in an update of its own.
  expect((await readAll(it.log, it.document)).slice(2)).toEqual(before.slice(2))
  expect((await readAll(it.log, it.document, 333)).map(({ seq }) => seq)).toEqual(before.slice(333).map(({ seq }) => seq))
})

test('[L4] who reads while rows are put together reads on where they were, and no seq twice', async () => {
  const it = await inTurns(300)
  const whole = docOf(await readAll(it.log, it.document))
  const reading = it.log.readSince(it.document, 0)[Symbol.asyncIterator]()
  const first = await reading.next()
  await it.compactAll()
  const read = first.done ? [] : [first.value]
  for (let next = await reading.next(); !next.done; next = await reading.next()) read.push(next.value)
  expect(read.map(({ seq }) => seq)).toEqual(Array.from({ length: 600 }, (_, at) => at + 1))
  expect(textOf(docOf(read))).toBe(textOf(whole))
})
