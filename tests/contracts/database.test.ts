/** The database over its threads: transactions stand alone, questions see what is committed, and the folder has one owner. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openDatabase } from '@tandem/server/database/open-database.ts'
import { StartProblem } from '@tandem/server/start-problem.ts'
import { type JournalId, newId } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import { testClock } from '../support/test-clock.ts'
import { startChild } from './child.ts'
import { ANA, sqliteStore, temporaryFolder } from './store.ts'

function journal(title: string) {
  return { id: newId() as JournalId, title, created_by: ANA, created_at: 1, archived_at: null }
}

test('a lone write never becomes part of somebody else’s transaction', async () => {
  const { db } = (await sqliteStore()).database
  const rolledBack = db.transaction().execute(async (transaction) => {
    await transaction.insertInto('journals').values(journal('inside')).execute()
    outside = db.insertInto('journals').values(journal('outside')).execute()
    const seenInside = await transaction.selectFrom('journals').select('title').execute()
    const seenOutside = await db.selectFrom('journals').select('title').execute()
    expect([seenInside, seenOutside]).toEqual([[{ title: 'inside' }], []])
    throw new Error('changed my mind')
  })
  let outside: Promise<unknown> = Promise.resolve()
  await expect(rolledBack).rejects.toThrow('changed my mind')
  await outside
  expect(await db.selectFrom('journals').select('title').execute()).toEqual([{ title: 'outside' }])
})

test('writes that belong together are all kept or none', async () => {
  const { database } = await sqliteStore()
  const { db } = database
  const twice = journal('twice')
  const write = db.insertInto('journals').values(twice).compile()
  const other = db.insertInto('journals').values(journal('other')).compile()
  await expect(database.writeTogether([other, write, write])).rejects.toMatchObject({ kind: 'unique' })
  expect(await db.selectFrom('journals').selectAll().execute()).toEqual([])
  expect(await database.writeTogether([other, write])).toEqual([1, 1])
})

test('a row that points nowhere is a foreign-key fault, one that is there already a unique one', async () => {
  const { db } = (await sqliteStore()).database
  const invitation = { journal_id: newId() as JournalId, person_id: ANA, seat: 'mentor', role: 'owner', hue: 0, joined_at: 1, left_at: null } as const
  await expect(db.insertInto('members').values(invitation).execute()).rejects.toMatchObject({ kind: 'foreign-key' })
})

test('one mentor sits on the chair, also when two sit down at once', async () => {
  const { db } = (await sqliteStore()).database
  const plans = journal('plans')
  await db.insertInto('journals').values(plans).execute()
  const sit = (person: string) =>
    db
      .insertInto('members')
      .values({ journal_id: plans.id, person_id: person as typeof ANA, seat: 'mentor', role: 'editor', hue: 0, joined_at: 1, left_at: null })
      .execute()
  const results = await Promise.allSettled(['ana', 'ben', 'cleo'].map(sit))
  expect(results.map((result) => result.status).toSorted()).toEqual(['fulfilled', 'rejected', 'rejected'])
})

test('whether the store works is found out by writing, at most once a second', async () => {
  const clock = testClock()
  const dataDir = await temporaryFolder()
  const { database } = await sqliteStore({ dataDir, clock })
  expect(await database.canStore()).toBe(true)
  const holder = startChild('hold-write-lock.ts', [dataDir])
  await holder.said('held')
  expect(await database.canStore()).toBe(true)
  clock.move(1000)
  expect(await database.canStore()).toBe(false)
  await holder.kill()
  clock.move(1000)
  expect(await database.canStore()).toBe(true)
})

test('the folder belongs to one process, and to the next one as soon as that is killed', async () => {
  const dataDir = await temporaryFolder()
  const child = startChild('hold-store.ts', [dataDir])
  await child.said('open')
  await expect(openDatabase({ dataDir })).rejects.toThrow(
    new StartProblem(`The data folder ${dataDir} is in use by another Tandem. Stop that one, or set DATA_DIR to another folder.`),
  )
  await child.kill()
  const { database } = await sqliteStore({ dataDir })
  expect(await database.canStore()).toBe(true)
})

test('a folder or file that cannot be used stops the start with a sentence', async () => {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'file'), '')
  await expect(openDatabase({ dataDir: join(folder, 'file') })).rejects.toThrow(/^The data folder .*file cannot be used: /)
  await mkdir(join(folder, 'spoilt'))
  await writeFile(join(folder, 'spoilt', 'tandem.db'), 'this is not a database, whatever its name says. '.repeat(200))
  await expect(openDatabase({ dataDir: join(folder, 'spoilt') })).rejects.toThrow(/^The database .*tandem\.db cannot be opened: file is not a database\.$/)
})
