/** What is left of the front's files when they are damaged or cut off anywhere, or look like what they are not. */
import { copyFileSync, existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { FrontEncoder } from '@tandem/server/log/front/front-encoder.ts'
import { frontFile, readFront } from '@tandem/server/log/front/front-files.ts'
import { FILE_HEAD_BYTES } from '@tandem/server/log/front/front-record.ts'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { appended } from '../support/appended.ts'
import { append, heldStore, idsIn, killedNow } from './front-scene.ts'
import { journalWriters } from './journal-writers.ts'
import { entryOf } from './log-scene.ts'
import { newProjector } from './projection-scene.ts'
import { ANA, BEN } from './store.ts'

test('[L11] a commit that was cut off is no part of the log, and is not afterwards either', async () => {
  const store = await heldStore()
  const document = await store.addDocument()
  await append(store, document, 'whole')
  const whole = readFileSync(frontFile(store.dataDir, 1)).length
  await append(store, document, 'cut off')
  const folder = await killedNow(store)
  for (let size = readFileSync(frontFile(folder, 1)).length - 1; size >= whole; size -= 9) {
    truncateSync(frontFile(folder, 1), size)
    expect(readFront(folder)).toMatchObject({ damages: [], files: [{ end: whole, entries: [{ entry: { id: 'whole' } }] }] })
  }
  const next = await heldStore(folder)
  expect(await append(next, document, 'later')).toBe(2)
  // Even if the disk had kept it after all: the file that follows says where this one ends.
  copyFileSync(frontFile(store.dataDir, 1), frontFile(folder, 1))
  expect(readFront(folder).files.flatMap(({ entries }) => entries.map(({ entry }) => entry.id))).toEqual(['whole', 'later'])
})

test('[L11] what looks like a record within what somebody wrote is none, wherever a commit was cut off', async () => {
  const store = await heldStore()
  const [document, others] = [await store.addDocument(), await store.addDocument()]
  await append(store, document, 'whole')
  const whole = readFileSync(frontFile(store.dataDir, 1))
  // As another process would have written it.
  const encoder = new FrontEncoder()
  encoder.begin(0)
  const { record } = encoder.entries([{ document: others, seq: 1, entry: entryOf({ id: 'forged', author: BEN }) }])
  await appended(store.log, document, entryOf({ id: 'holds one', author: ANA, updates: [Buffer.concat([record, Buffer.alloc(500)])] }))
  const folder = await killedNow(store)
  for (let size = readFileSync(frontFile(folder, 1)).length - 1; size > whole.length; size -= 7) {
    truncateSync(frontFile(folder, 1), size)
    expect(readFront(folder)).toMatchObject({ damages: [], files: [{ end: whole.length, entries: [{ entry: { id: 'whole' } }] }] })
  }
})

test('[L13] the first page of a file costs nothing else; without both its heads it is told and kept aside', async () => {
  const store = await heldStore()
  const document = await store.addDocument()
  for (const id of ['a', 'b']) await append(store, document, id)
  const folder = await killedNow(store)
  const bytes = readFileSync(frontFile(folder, 1))
  for (const filled of [0, 0x55, 0xff]) {
    writeFileSync(frontFile(folder, 1), Buffer.from(bytes).fill(filled, 0, 4096))
    expect(readFront(folder)).toMatchObject({ damages: [], files: [{ entries: [{ entry: { id: 'a' } }, { entry: { id: 'b' } }] }] })
    writeFileSync(frontFile(folder, 1), Buffer.from(bytes).fill(filled, 0, FILE_HEAD_BYTES))
    expect(readFront(folder)).toMatchObject({ damages: [{ at: 0 }], files: [{ entries: [] }] })
  }
  const next = await heldStore(folder)
  expect(next.troubles).toMatchObject([{ message: expect.stringContaining('is damaged at byte 0') as string }])
  expect(existsSync(`${frontFile(folder, 1)}.damaged`)).toBe(true)
})

test('[L13] a damaged record costs nothing but itself, is told, and its seq is not given again', async () => {
  const store = await heldStore()
  const document = await store.addDocument()
  const other = await store.addDocument()
  await append(store, document, 'before')
  const from = readFileSync(frontFile(store.dataDir, 1)).length
  await append(store, document, 'damaged')
  const to = readFileSync(frontFile(store.dataDir, 1)).length
  await append(store, other, 'after')
  await store.log.saveSnapshot(document, { seq: 2, bytes: new Uint8Array(), stateVector: new Uint8Array(), deletes: new Uint8Array() })
  const folder = await killedNow(store)
  const bytes = readFileSync(frontFile(folder, 1))
  for (let at = from; at < to; at += 7) {
    const damaged = Buffer.from(bytes)
    damaged[at] = (damaged[at] ?? 0) ^ 4
    writeFileSync(frontFile(folder, 1), damaged)
    expect(readFront(folder)).toMatchObject({ damages: [{ at: from }], files: [{ entries: [{ entry: { id: 'before' } }, { entry: { id: 'after' } }] }] })
  }
  const next = await heldStore(folder)
  expect(next.troubles).toMatchObject([{ message: expect.stringContaining(`is damaged at byte ${from}`) as string }])
  expect(await append(next, document, 'later')).toBe(3)
  await next.settle()
  expect(await idsIn(next, other)).toEqual(['after'])
  await next.restart()
  expect(existsSync(`${frontFile(folder, 1)}.damaged`)).toBe(true)
})

test('[L13] after damage a seq that was projected is not given again, and what comes then is projected too', async () => {
  const store = await heldStore()
  const document = await store.addDocument()
  const [ana] = journalWriters(ANA)
  const page = ana?.addPage('Our agreement', { kind: 'agreement' })
  if (!ana || !page) throw new Error('Nobody is there.')
  const say = async ({ log }: typeof store, words: string) => {
    ana.add(page, { kind: 'text', words })
    return await appended(log, document, ana.entry(1000) ?? expect.unreachable())
  }
  expect(await say(store, 'before')).toBe(1)
  const from = readFileSync(frontFile(store.dataDir, 1)).length
  expect(await say(store, 'damaged')).toBe(2)
  await newProjector(store).project(document)
  const folder = await killedNow(store)
  const bytes = readFileSync(frontFile(folder, 1))
  writeFileSync(frontFile(folder, 1), bytes.fill(0x55, from + 30, from + 40))
  const next = await heldStore(folder)
  // Once the browser has brought back what was lost, and that was written behind it.
  ana.add(page, { kind: 'text', words: 'later' })
  ana.entry(1000)
  const whole = entryOf({ id: 'whole', author: ANA, updates: [Y.encodeStateAsUpdate(ana.doc)] })
  expect(await appended(next.log, document, whole)).toBe(3)
  await newProjector(next).project(document)
  const blocks = await next.database.db.selectFrom('projected_blocks').select('words').execute()
  expect(blocks.map(({ words }) => words)).toContain('later')
})

test('[L13] damage of the very last record is told too, and a commit whose last pages never came is none', async () => {
  const store = await heldStore()
  const document = await store.addDocument()
  await append(store, document, 'before')
  const from = readFileSync(frontFile(store.dataDir, 1)).length
  await appended(store.log, document, entryOf({ id: 'last', author: ANA, updates: [Buffer.alloc(10_000, 7)] }))
  const folder = await killedNow(store)
  const bytes = readFileSync(frontFile(folder, 1))
  const whole = { files: [{ end: from, entries: [{ entry: { id: 'before' } }] }] }
  // All but the four bytes of its length: one that is longer than the file is cut off by all that can be told.
  for (let at = from; at < bytes.length; at += at === from + 7 ? 5 : 1 + Math.floor((at - from) / 100)) {
    const damaged = Buffer.from(bytes)
    damaged[at] = (damaged[at] ?? 0) ^ 4
    writeFileSync(frontFile(folder, 1), damaged)
    expect(readFront(folder), `byte ${at - from}`).toMatchObject({ damages: [{ at: from }], ...whole })
  }
  for (let page = 4096 * Math.ceil(from / 4096); page < bytes.length; page += 4096) {
    writeFileSync(frontFile(folder, 1), Buffer.from(bytes).fill(0, page))
    expect(readFront(folder)).toMatchObject({ damages: [], ...whole })
  }
})
