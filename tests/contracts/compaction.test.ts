/** Old entries become fewer, what they say stays. */
import { compact } from '@tandem/server/log/compaction.ts'
import { compactAfterSnapshots } from '@tandem/server/log/compact-after-snapshots.ts'
import { createSnapshotter, type Snapshotter } from '@tandem/server/log/snapshotter.ts'
import type { Entry } from '@tandem/server/log/update-log.ts'
import type { DocumentId, PersonId } from '@tandem/shared/ids.ts'
import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { appended } from '../support/appended.ts'
import { docOf, entryOf, readAll, textOf, writer } from './log-scene.ts'
import { ANA, BEN, frontedStore, type Store, sqliteStore } from './store.ts'

interface Keystroke {
  readonly author: PersonId
  readonly at: number
  readonly update: Uint8Array
}

/** A minute after the last keystroke of these tests. */
const LATER = 200_000

async function scene(): Promise<
  Store & { readonly document: DocumentId; readonly snapshotter: Snapshotter; keep(keystrokes: readonly Keystroke[]): Promise<void> }
> {
  const store = await sqliteStore()
  const document = await store.addDocument()
  const snapshotter = createSnapshotter(store.log)
  onTestFinished(() => snapshotter.close())
  let number = 0
  const keep = async (keystrokes: readonly Keystroke[]) => {
    await Promise.all(keystrokes.map(({ author, at, update }) => appended(store.log, document, entryOf({ id: `${++number}`, author, at, updates: [update] }))))
  }
  return { ...store, document, snapshotter, keep }
}

/** Ana and Ben type in turns: three of her bursts and two of his, with deletions, each by somebody who has seen the others'. */
function conversation(): Keystroke[] {
  const [ana, ben] = [writer(1), writer(2)]
  const keystrokes: Keystroke[] = []
  let at = 0
  const say = (author: PersonId, updates: readonly Uint8Array[]) => {
    for (const update of updates) keystrokes.push({ author, at: (at += 100), update })
    for (const listener of [ana, ben]) listener.hear(updates)
  }
  say(ANA, ana.type('What do you want to change this year?'))
  say(BEN, ben.type('To lead. '))
  say(BEN, ben.erase(2))
  say(BEN, ben.type(' a team, and 🙂.', 3))
  at += 60_000
  say(ANA, ana.type('Good. '))
  at += 60_000
  say(ANA, ana.type('Since when?', 5))
  say(ANA, ana.erase(4, 2))
  say(BEN, ben.type('May'))
  return keystrokes
}

async function saveSnapshot({ log, snapshotter, document }: Awaited<ReturnType<typeof scene>>): Promise<void> {
  const snapshot = await snapshotter.build(document)
  if (snapshot) await log.saveSnapshot(document, snapshot)
}

/** What the document says after each entry, by seq. */
function says(entries: readonly Entry[]): Map<number, string> {
  return new Map(entries.map(({ seq }, index) => [seq, textOf(docOf(entries.slice(0, index + 1)))]))
}

test('[L8] each burst becomes one entry, and the document after each burst is what it was', async () => {
  const it = await scene()
  await it.keep(conversation())
  const before = await readAll(it.log, it.document)
  await saveSnapshot(it)
  await compact(it.document, LATER, { database: it.database, merge: it.snapshotter.merge })

  const after = await readAll(it.log, it.document)
  expect(after.map(({ author }) => author)).toEqual([ANA, BEN, ANA, ANA, BEN])
  const saidBefore = says(before)
  for (const [seq, said] of says(after)) expect(said).toBe(saidBefore.get(seq))
  for (const entry of after) expect(entry).toMatchObject({ id: before[entry.seq - 1]?.id, at: before[entry.seq - 1]?.at })
  expect(after.at(-1)?.seq).toBe(before.length)
})

test('[L8] nothing is lost: the history that was typed and deleted is in the merged entries too', async () => {
  const it = await scene()
  await it.keep(conversation())
  const before = docOf(await readAll(it.log, it.document))
  await saveSnapshot(it)
  await compact(it.document, LATER, { database: it.database, merge: it.snapshotter.merge })

  const entries = await readAll(it.log, it.document)
  const after = docOf(entries)
  expect(Y.encodeStateAsUpdate(after)).toEqual(Y.encodeStateAsUpdate(before))
  const size = entries.flatMap((entry) => entry.updates).reduce((bytes, update) => bytes + update.byteLength, 0)
  expect(size).toBeLessThan(Y.encodeStateAsUpdate(before).byteLength * 2)
})

test('[L8] what no snapshot covers, and what is young, is left alone', async () => {
  const it = await scene()
  const keystrokes = conversation()
  const count = async () => (await readAll(it.log, it.document)).length
  const run = (now: number) => compact(it.document, now, { database: it.database, merge: it.snapshotter.merge })
  await it.keep(keystrokes.slice(0, 20))
  await run(LATER)
  expect(await count()).toBe(20)
  await saveSnapshot(it)
  await it.keep(keystrokes.slice(20))
  const youngFrom = keystrokes[10]?.at ?? 0
  await run(youngFrom + 30_000)
  expect(await count()).toBe(keystrokes.length - 9)
  await run(LATER)
  expect(await count()).toBe(2 + keystrokes.length - 20)
})

test('[L8] two nodes that compact one document at once merge it once', async () => {
  const it = await scene()
  await it.keep(conversation())
  const before = says(await readAll(it.log, it.document))
  await saveSnapshot(it)
  const sources = { database: it.database, merge: it.snapshotter.merge }
  await Promise.all([compact(it.document, LATER, sources), compact(it.document, LATER, sources)])
  const after = says(await readAll(it.log, it.document))
  expect([...after.keys()].length).toBe(5)
  for (const [seq, said] of after) expect(said).toBe(before.get(seq))
})

test('[L8] a saved snapshot sets a compaction off', async () => {
  const it = await scene()
  const troubles: unknown[] = []
  const sources = { database: it.database, merge: it.snapshotter.merge }
  const log = compactAfterSnapshots(it.log, { compact: (document) => compact(document, LATER, sources), onTrouble: (trouble) => troubles.push(trouble) })
  await it.keep(conversation())
  const snapshot = await it.snapshotter.build(it.document)
  if (snapshot) await log.saveSnapshot(it.document, snapshot)
  await log.settle()
  expect(troubles).toEqual([])
  expect((await readAll(log, it.document)).length).toBe(5)
})

test('[L8] entries that share the row they were moved in are merged as those that do not', async () => {
  const store = await frontedStore()
  const document = await store.addDocument()
  const snapshotter = createSnapshotter(store.log)
  onTestFinished(() => snapshotter.close())
  const keystrokes = conversation()
  let last = 0
  for (const [index, { author, at, update }] of keystrokes.entries()) {
    // Nothing waits as long as a pause.
    if (at - last > 30_000) await store.settle()
    last = at
    await appended(store.log, document, entryOf({ id: `${index}`, author, at, updates: [update] }))
  }
  await store.settle()
  const before = says(await readAll(store.log, document))
  const rowsOf = () => store.database.db.selectFrom('log_entries').select('seq').where('document_id', '=', document).orderBy('seq').execute()
  expect(await rowsOf()).toHaveLength(3)
  const snapshot = await snapshotter.build(document)
  if (snapshot) await store.log.saveSnapshot(document, snapshot)
  await compact(document, LATER, { database: store.database, merge: snapshotter.merge })
  const after = await readAll(store.log, document)
  expect(after.map(({ author, updates }) => [author, updates.length])).toEqual([ANA, BEN, ANA, ANA, BEN].map((author) => [author, 1]))
  const saidAfter = says(after)
  expect(saidAfter.get(keystrokes.length)).toBe(before.get(keystrokes.length))
  for (const [seq, said] of saidAfter) if (before.has(seq)) expect(said).toBe(before.get(seq))
  expect(await rowsOf()).toEqual([{ seq: keystrokes.length }])
})

test('[L8] one entry that holds the many updates of a moved row is merged too', async () => {
  const it = await scene()
  const updates = writer(1).type('What do you want to change this year?')
  await appended(it.log, it.document, entryOf({ id: 'row', author: ANA, at: 1, updates }))
  await saveSnapshot(it)
  await compact(it.document, LATER, { database: it.database, merge: it.snapshotter.merge })
  const [entry, ...none] = await readAll(it.log, it.document)
  expect(none).toEqual([])
  expect(entry).toMatchObject({ seq: 1, id: 'row', updates: [expect.any(Uint8Array) as Uint8Array] })
  expect(textOf(docOf(entry ? [entry] : []))).toBe(textOf(docOf([{ ...entryOf({ id: 'row', author: ANA, updates }), seq: 1 }])))
})

test('[L8] a seq is not given again after its entry was merged', async () => {
  const it = await scene()
  const keystrokes = conversation()
  await it.keep(keystrokes)
  await saveSnapshot(it)
  await compact(it.document, LATER, { database: it.database, merge: it.snapshotter.merge })
  const { log } = await it.restart()
  expect(await appended(log, it.document, entryOf({ id: 'next', author: BEN }))).toBe(keystrokes.length + 1)
})

test('[L6] a document can be had from its snapshot and what follows, and without any snapshot', async () => {
  const it = await scene()
  const keystrokes = conversation()
  await it.keep(keystrokes.slice(0, 40))
  await saveSnapshot(it)
  await it.keep(keystrokes.slice(40))
  const whole = docOf(await readAll(it.log, it.document))

  const snapshot = await it.log.findSnapshot(it.document)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, snapshot?.bytes ?? new Uint8Array())
  for (const entry of await readAll(it.log, it.document, snapshot?.seq)) for (const update of entry.updates) Y.applyUpdate(doc, update)
  expect(textOf(doc)).toBe(textOf(whole))

  await it.database.db.deleteFrom('snapshots').execute()
  const rebuilt = await it.snapshotter.build(it.document)
  const fresh = new Y.Doc()
  Y.applyUpdate(fresh, rebuilt?.bytes ?? new Uint8Array())
  expect(textOf(fresh)).toBe(textOf(whole))
})

test('a snapshot brings its state vector and its deletions, and there is none when nothing is new', async () => {
  const it = await scene()
  await it.keep(conversation())
  const snapshot = await it.snapshotter.build(it.document)
  if (!snapshot) throw new Error('There is no snapshot.')
  const doc = docOf(await readAll(it.log, it.document))
  expect(snapshot.stateVector).toEqual(Y.encodeStateVector(doc))
  const { structs, ds } = Y.decodeUpdate(snapshot.deletes)
  expect(structs).toEqual([])
  expect(ds).toEqual(Y.decodeUpdate(Y.encodeStateAsUpdate(doc)).ds)
  await it.log.saveSnapshot(it.document, snapshot)
  expect(await it.snapshotter.build(it.document)).toBeUndefined()
})

test('somebody who is behind gets exactly what they lack of a snapshot', async () => {
  const it = await scene()
  const keystrokes = conversation()
  await it.keep(keystrokes)
  const snapshot = await it.snapshotter.build(it.document)
  if (!snapshot) throw new Error('There is no snapshot.')
  const behind = new Y.Doc()
  for (const { update } of keystrokes.slice(0, 40)) Y.applyUpdate(behind, update)
  const difference = await it.snapshotter.diff(snapshot.bytes, Y.encodeStateVector(behind))
  Y.applyUpdate(behind, difference)
  expect(textOf(behind)).toBe(textOf(docOf(await readAll(it.log, it.document))))
  expect(difference.byteLength).toBeLessThan(snapshot.bytes.byteLength)
  // The bytes stay usable: they are the room's, and the next joiner needs them too.
  expect(snapshot.bytes.byteLength).toBeGreaterThan(0)
})

test('[L8] nothing of a burst goes when the thread has merged fewer bursts than it was given', async () => {
  const it = await scene()
  await it.keep(conversation())
  await saveSnapshot(it)
  const before = await readAll(it.log, it.document)
  const merge = async (lists: readonly (readonly Uint8Array[])[]) => (await it.snapshotter.merge(lists)).slice(1)
  await expect(compact(it.document, LATER, { database: it.database, merge })).rejects.toThrow('was not merged')
  expect(await readAll(it.log, it.document)).toEqual(before)
})
