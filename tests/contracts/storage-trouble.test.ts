/** What the log does while the store is busy, full or broken: it acknowledges nothing, and goes on as soon as it can. */
import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setImmediate } from 'node:timers/promises'
import { systemClock } from '@tandem/server/clock.ts'
import { DATABASE_FILE, openDatabase } from '@tandem/server/database/open-database.ts'
import type { DocumentId } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import { testClock } from '../support/test-clock.ts'
import { appended } from '../support/appended.ts'
import { startChild } from './child.ts'
import { failFsync, failWrites } from './failing-disk.ts'
import { entryOf, readAll } from './log-scene.ts'
import { ANA, BEN, type Store, sqliteStore, temporaryFolder } from './store.ts'

const TROUBLE = { status: 'rejected', reason: { code: 'cannot-store' } }

function large(id: string) {
  return entryOf({ id, author: ANA, updates: [new Uint8Array(500_000)] })
}

function append({ log }: Store, document: DocumentId, id: string): Promise<number> {
  return appended(log, document, entryOf({ id, author: ANA }))
}

async function idsIn({ log }: Store, document: DocumentId): Promise<string[]> {
  return (await readAll(log, document)).map(({ id }) => id)
}

test('[L9] while another program holds the database nothing is stored, and what was stored can be read', async () => {
  const dataDir = await temporaryFolder()
  const store = await sqliteStore({ dataDir })
  const document = await store.addDocument()
  await appended(store.log, document, entryOf({ id: 'before', author: ANA }))
  const holder = startChild('hold-write-lock.ts', [dataDir])
  await holder.said('held')
  const results = await Promise.allSettled([appended(store.log, document, entryOf({ id: 'during', author: ANA })), store.database.canStore()])
  expect(results).toMatchObject([TROUBLE, { status: 'fulfilled', value: false }])
  expect(await idsIn(store, document)).toEqual(['before'])
  await holder.kill()
  expect(await appended(store.log, document, entryOf({ id: 'during', author: ANA }))).toBe(2)
})

test('[L9] a full database refuses the whole commit and keeps nothing of it', async () => {
  const store = await sqliteStore()
  const document = await store.addDocument()
  await appended(store.log, document, entryOf({ id: 'before', author: ANA }))
  await store.database.writeTogether([{ sql: 'pragma max_page_count = 1', parameters: [] }])
  const results = await Promise.allSettled([
    appended(store.log, document, entryOf({ id: 'small', author: BEN })),
    appended(store.log, document, large('large')),
    appended(store.log, document, entryOf({ id: 'small, too', author: BEN })),
  ])
  expect(results).toMatchObject([TROUBLE, TROUBLE, TROUBLE])
  expect(await idsIn(store, document)).toEqual(['before'])
  await store.database.writeTogether([{ sql: 'pragma max_page_count = 1000000', parameters: [] }])
  expect(await appended(store.log, document, large('large'))).toBe(2)
  expect(await idsIn(store, document)).toEqual(['before', 'large'])
})

test('[L7] after a failed commit, what waits behind its entries is refused as well, other documents’ is not', async () => {
  const store = await sqliteStore()
  const [plans, notes] = [await store.addDocument(), await store.addDocument()]
  await appended(store.log, plans, entryOf({ id: 'before', author: ANA }))
  await store.database.writeTogether([{ sql: 'pragma max_page_count = 1', parameters: [] }])
  const failing = appended(store.log, plans, large('first'))
  // The commit begins at the end of the turn; what comes now waits for the next.
  await setImmediate()
  const follower = appended(store.log, plans, entryOf({ id: 'second', author: BEN }))
  const other = appended(store.log, notes, entryOf({ id: 'other', author: ANA }))
  expect(await Promise.allSettled([failing, follower, other])).toMatchObject([TROUBLE, TROUBLE, { status: 'fulfilled', value: 1 }])
})

test('[L9] a damaged page is nobody’s trouble but of who reads it', async () => {
  const dataDir = await temporaryFolder()
  await (await openDatabase({ dataDir, clock: systemClock })).close()
  damageRootOf(join(dataDir, DATABASE_FILE), 'saved_templates')
  const store = await sqliteStore({ dataDir })
  const document = await store.addDocument()
  const { db } = store.database
  for (let turn = 0; turn < 3; turn += 1) {
    const reads = [db.selectFrom('saved_templates').selectAll().execute(), db.selectFrom('journals').select('id').execute()]
    expect(await Promise.allSettled(reads)).toMatchObject([{ status: 'rejected', reason: { code: 'cannot-store' } }, { status: 'fulfilled' }])
  }
  expect(await append(store, document, 'after')).toBe(1)
})

for (const { name, fail } of [
  { name: 'an fsync that fails', fail: failFsync },
  { name: 'a write that fails', fail: failWrites },
]) {
  test(`[L9] after ${name} nothing is acknowledged until the database was opened anew`, async () => {
    const dataDir = await temporaryFolder()
    const clock = testClock()
    const store = await sqliteStore({ dataDir, clock })
    const document = await store.addDocument()
    await append(store, document, 'before')
    const heal = fail(join(dataDir, `${DATABASE_FILE}-wal`))
    const during = await Promise.allSettled([append(store, document, 'during'), append(store, document, 'during, too')])
    expect(during).toMatchObject([TROUBLE, TROUBLE])
    heal()
    // The disk would take it by now, but what the connection believes to be stored is not.
    expect(await Promise.allSettled([append(store, document, 'after')])).toMatchObject([TROUBLE])
    expect(await store.database.canStore()).toBe(false)

    clock.move(1000)
    await expect.poll(() => append(store, document, 'after'), { timeout: 10_000 }).toBe(2)
    expect(await idsIn(store, document)).toEqual(['before', 'after'])
    const restarted = await store.restart()
    expect(await idsIn(restarted, document)).toEqual(['before', 'after'])
  })
}

/** Makes nonsense of the first page of a table. */
function damageRootOf(file: string, table: string): void {
  const database = new DatabaseSync(file)
  database.exec('pragma wal_checkpoint(truncate); pragma journal_mode = delete')
  const { root } = database.prepare('select rootpage as root from sqlite_master where name = ?').get(table) as { root: number }
  const { page_size: size } = database.prepare('pragma page_size').get() as { page_size: number }
  database.close()
  const handle = openSync(file, 'r+')
  writeSync(handle, new Uint8Array(size).fill(0xff), 0, size, (root - 1) * size)
  closeSync(handle)
}
