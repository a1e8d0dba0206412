/** The front of the log: what was acknowledged is in the log wherever the process, the disk or the move into the tables ends. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync } from 'node:fs'
import { loadHeads } from '@tandem/server/log/examine-batch.ts'
import { frontFile } from '@tandem/server/log/front/front-files.ts'
import type { DocumentId } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import { testClock } from '../support/test-clock.ts'
import { appended } from '../support/appended.ts'
import { failWrites, fillDisk } from './failing-disk.ts'
import { append, heldStore, idsIn, killedNow, movedOf, rowsOf } from './front-scene.ts'
import { entryOf, readAll } from './log-scene.ts'
import { ANA, BEN, frontedStore } from './store.ts'

const TROUBLE = { status: 'rejected', reason: { code: 'cannot-store' } }

test('[L11] what is committed to the front is read, owned and numbered before it is in the tables', async () => {
  const store = await heldStore()
  const document = await store.addDocument()
  await appended(store.log, document, entryOf({ id: 'a', author: ANA, claims: [7] }))
  await append(store, document, 'b')
  expect(await movedOf(store, document)).toEqual([])
  expect(await idsIn(store, document)).toEqual(['a', 'b'])
  expect(await store.log.loadOwners(document)).toEqual(new Map([[7, ANA]]))
  await expect(appended(store.log, document, entryOf({ id: 'c', author: BEN, claims: [7] }))).rejects.toMatchObject({ code: 'foreign-client-id' })
  await store.settle()
  expect(await idsIn(store, document)).toEqual(['b'])
  expect(await store.log.loadOwners(document)).toEqual(new Map([[7, ANA]]))
  expect(await append(store, document, 'd')).toBe(3)
})

test('[L12] an entry of more client ids than one statement can take moves like any other', async () => {
  const store = await heldStore()
  const document = await store.addDocument()
  const claims = Array.from({ length: 12_000 }, (_, index) => index + 1)
  await appended(store.log, document, entryOf({ id: 'a', author: ANA, claims }))
  await store.settle()
  expect((await movedOf(store, document)).map(({ id }) => id)).toEqual(['a'])
  expect((await store.log.loadOwners(document)).size).toBe(claims.length)
})

test('[L1] a document whose head was forgotten goes on behind what the front has of it', async () => {
  const store = await frontedStore({ moveClock: testClock(), knownHeads: 1 })
  const [plans, notes, goals] = [await store.addDocument(), await store.addDocument(), await store.addDocument()]
  expect([await append(store, plans, 'a'), await append(store, plans, 'b'), await append(store, notes, 'c')]).toEqual([1, 2, 1])
  // One that is known and one that is not, in one commit: so many are known that all are forgotten.
  expect(await Promise.all([append(store, plans, 'd'), append(store, goals, 'e')])).toEqual([3, 1])
  await store.settle()
  expect(await append(store, plans, 'f')).toBe(4)
})

test('[L9] what is appended after the close is refused, and makes no file in a folder that is given back', async () => {
  const store = await heldStore()
  const document = await store.addDocument()
  await append(store, document, 'a')
  await store.settle()
  await store.log.close()
  await expect(append(store, document, 'b')).rejects.toMatchObject({ code: 'cannot-store' })
  expect(readdirSync(store.dataDir).filter((name) => name.includes('front'))).toEqual([])
})

test('[L12] heads are read of more documents than one statement can name', async () => {
  const { database, addDocument } = await heldStore()
  const document = await addDocument()
  const nowhere = Array.from({ length: 40_000 }, (_, index) => `nowhere ${index}` as DocumentId)
  expect(await loadHeads(database.db, [...nowhere, document])).toEqual(new Map([[document, 0]]))
})

test('[L12] what waits of a document becomes one row, and in it what one connection sent without another between one entry, with the last one’s seq, id and time', async () => {
  const store = await heldStore()
  const document = await store.addDocument()
  const says = async (id: string, author = ANA, connection = 'desk') =>
    await appended(store.log, document, entryOf({ id, author, connection, updates: [new TextEncoder().encode(id)] }))
  for (const id of ['a', 'b']) await says(id)
  await says('c', BEN)
  for (const id of ['d', 'e']) await says(id)
  await says('f', ANA, 'phone')
  await store.settle()
  expect((await movedOf(store, document)).map(({ seq, id }) => [seq, id])).toEqual([
    [2, 'b'],
    [3, 'c'],
    [5, 'e'],
    [6, 'f'],
  ])
  const texts = (await readAll(store.log, document)).map(({ updates }) => updates.map((update) => new TextDecoder().decode(update)).join())
  expect(texts).toEqual(['a,b', 'c', 'd,e', 'f'])
  // All of that is one row; who knows a part of it is given the rest.
  expect(await rowsOf(store, document)).toHaveLength(1)
  expect((await readAll(store.log, document, 3)).map(({ id }) => id)).toEqual(['e', 'f'])
  expect((await readAll(store.log, document, 4)).map(({ id }) => id)).toEqual(['e', 'f'])
  expect(await readAll(store.log, document, 6)).toEqual([])
})

test('[L11] a process that is killed leaves in the front what it acknowledged, and the next one goes on behind it', async () => {
  const store = await heldStore()
  const document = await store.addDocument()
  for (const id of ['a', 'b', 'c']) await append(store, document, id)
  const next = await heldStore(await killedNow(store))
  expect(await idsIn(next, document)).toEqual(['a', 'b', 'c'])
  expect(await append(next, document, 'd')).toBe(4)
  await next.settle()
  expect((await movedOf(next, document)).map(({ seq }) => seq)).toEqual([4])
  expect(next.troubles).toEqual([])
})

test('[L12] what was moved by a process that was killed before it removed the file is not moved again', async () => {
  const store = await heldStore()
  const document = await store.addDocument()
  await appended(store.log, document, entryOf({ id: 'a', author: ANA, claims: [7] }))
  await append(store, document, 'b')
  const before = readFileSync(frontFile(store.dataDir, 1))
  await store.settle()
  await append(store, document, 'c')
  const folder = await killedNow(store)
  expect(readFileSync(frontFile(folder, 1)).subarray(0, before.length).equals(before)).toBe(true)
  const next = await heldStore(folder)
  expect(await idsIn(next, document)).toEqual(['b', 'c'])
  await next.settle()
  expect((await movedOf(next, document)).map(({ seq }) => seq)).toEqual([2, 3])
  expect(next.troubles).toEqual([])
  await next.restart()
  expect(readdirSync(folder).filter((name) => name.includes('front'))).toEqual([])
})

test('[L12] of what a killed process has moved in part the next one moves the rest, however much that is, with its claims', async () => {
  const store = await heldStore()
  const documents = [await store.addDocument(), await store.addDocument()]
  const says = (from: number, to: number) =>
    Promise.all(
      documents.flatMap((document) =>
        Array.from({ length: to - from }, (_, index) => appended(store.log, document, entryOf({ id: `${from + index}`, author: ANA, claims: [from + index] }))),
      ),
    )
  await says(1, 401)
  await store.settle()
  await says(401, 1201)
  const next = await heldStore(await killedNow(store))
  const before = await Promise.all(documents.map(async (document) => (await movedOf(next, document)).at(-1)?.seq))
  expect(before).toEqual([400, 400])
  await next.settle()
  for (const document of documents) {
    const updates = (await movedOf(next, document)).flatMap((entry) => entry.updates)
    expect(updates).toHaveLength(1200)
    const { seq } = (await movedOf(next, document)).at(-1) ?? {}
    expect(seq).toBe(1200)
    expect((await next.database.db.selectFrom('client_owners').select('client_id').where('document_id', '=', document).execute()).length).toBe(1200)
  }
  expect(next.troubles).toEqual([])
})

test('[L12] a document that is gone takes its entries out of the front, and keeps nobody else’s', async () => {
  const store = await heldStore()
  const [gone, kept] = [await store.addDocument(), await store.addDocument()]
  await append(store, gone, 'a')
  await append(store, kept, 'b')
  await store.settle()
  await append(store, gone, 'c')
  await append(store, kept, 'd')
  await store.database.db.deleteFrom('documents').where('id', '=', gone).execute()
  await store.settle()
  expect((await movedOf(store, kept)).map(({ id }) => id)).toEqual(['b', 'd'])
  expect(store.log.waitingBytes).toBe(0)
})

test('[L12] while the tables cannot be written commits go on, and everything is moved afterwards', async () => {
  const store = await heldStore()
  const document = await store.addDocument()
  await store.database.writeTogether([{ sql: 'pragma max_page_count = 1', parameters: [] }])
  const large = entryOf({ id: 'large', author: ANA, updates: [new Uint8Array(500_000)] })
  expect(await appended(store.log, document, large)).toBe(1)
  await expect(store.settle()).rejects.toMatchObject({ code: 'cannot-store' })
  expect(store.log.isBehind).toBe(true)
  expect(await append(store, document, 'small')).toBe(2)
  await store.database.writeTogether([{ sql: 'pragma max_page_count = 1000000', parameters: [] }])
  await store.settle()
  expect(store.log.isBehind).toBe(false)
  expect((await movedOf(store, document)).map(({ seq }) => seq)).toEqual([1, 2])
})

for (const { name, fail } of [
  { name: 'a write that fails', fail: failWrites },
  { name: 'a disk that is full', fail: fillDisk },
]) {
  test(`[L9] after ${name} nothing is acknowledged that is not in a new file, and nothing is stored twice`, async () => {
    const store = await heldStore()
    const document = await store.addDocument()
    await append(store, document, 'before')
    fail(frontFile(store.dataDir, 1))
    const during = await Promise.allSettled([append(store, document, 'during'), append(store, document, 'during, too')])
    expect(during).toMatchObject([TROUBLE, TROUBLE])
    expect(await idsIn(store, document)).toEqual(['before'])
    expect(await Promise.all([append(store, document, 'during'), append(store, document, 'during, too')])).toEqual([2, 3])
    expect(readdirSync(store.dataDir)).toContain('tandem.db-front-2')
    const next = await heldStore(await killedNow(store))
    expect(await idsIn(next, document)).toEqual(['before', 'during', 'during, too'])
  })
}

test('[L12] a file that is given up on a full disk is removed once it is moved, also while no other can begin', async () => {
  const store = await heldStore()
  const document = await store.addDocument()
  await append(store, document, 'before')
  await store.settle()
  fillDisk(frontFile(store.dataDir, 1))
  mkdirSync(frontFile(store.dataDir, 2))
  for (const id of ['no room', 'no file']) expect(await Promise.allSettled([append(store, document, id)])).toMatchObject([TROUBLE])
  expect(existsSync(frontFile(store.dataDir, 1))).toBe(false)
  rmdirSync(frontFile(store.dataDir, 2))
  expect(await append(store, document, 'after')).toBe(2)
  const next = await heldStore(await killedNow(store))
  expect(await idsIn(next, document)).toEqual(['before', 'after'])
})

test('[L9] an entry whose commit reached the disk although it was reported as failed is in the log once after a restart', async () => {
  const store = await heldStore()
  const document = await store.addDocument()
  await append(store, document, 'before')
  store.loseAnswer()
  expect(await Promise.allSettled([append(store, document, 'doubtful')])).toMatchObject([TROUBLE])
  expect(await append(store, document, 'other')).toBe(2)
  expect(await append(store, document, 'doubtful')).toBe(3)
  const next = await heldStore(await killedNow(store))
  expect(await idsIn(next, document)).toEqual(['before', 'other', 'doubtful'])
})
