/** Templates: ours in the person's language, and those a pair saves. */
import { readAllFacts } from '@tandem/shared/document/facts.ts'
import { listPages } from '@tandem/shared/document/journal-doc.ts'
import { readBlocks } from '@tandem/shared/document/read-blocks.ts'
import type { BlockId } from '@tandem/shared/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { accept, call, createJournal, invite, signUp, succeed, type TestJournal, type TestPerson } from '../support/people.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { joinStock } from '../support/stock-client.ts'
import { savedTemplate } from './rows.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer({ env: { LIMIT_TEMPLATES: '3' } })
})
afterAll(() => server.stop())

async function read<Result>(who: TestPerson, journal: TestJournal, look: (doc: Y.Doc) => Result): Promise<Result> {
  const client = joinStock(who, journal)
  try {
    await client.synced()
    return look(client.doc)
  } finally {
    client.close()
  }
}

const titles = (doc: Y.Doc) => listPages(doc).map((page) => page.title)

test.for([
  ['de', ['Unsere Vereinbarung', 'Mein Team']],
  ['en', ['Our agreement', 'My team']],
  ['xx', ['Our agreement', 'My team']],
] as const)('a journal begins in the language its maker reads: %s', async ([language, pages]) => {
  const ben = await signUp(server.address, 'Ben')
  const journal = await createJournal(ben, { template: 'first-time-manager', language })
  expect(await read(ben, journal, titles)).toEqual(pages)
})

test('a pair saves a page, and either begins a journal with it', async () => {
  const [ben, ana, zoe] = await Promise.all(['Ben', 'Ana', 'Zoe'].map((name) => signUp(server.address, name)))
  if (!ben || !ana || !zoe) throw new Error('Somebody is missing.')
  const journal = await createJournal(ben)
  await accept(ana, await invite(ben, journal, { seat: 'mentee', role: 'editor' }))
  const saved = savedTemplate()
  const path = `/api/journals/${journal.id}/templates`
  await succeed(ben, { path, body: saved })
  await succeed(ben, { path, body: { ...saved, title: 'Told twice' } })
  const listed = await succeed(ana, { path: '/api/templates' })
  expect(listed.body).toMatchObject({ templates: [{ template: saved.template, title: 'One on one', by: 'Ben', isMine: false }] })

  const next = await createJournal(ana, { saved: saved.template })
  const begun = await read(ana, next, (doc) => {
    const blocks = listPages(doc).flatMap((page) => readBlocks(doc, page.id))
    return { pages: titles(doc), kinds: blocks.map(({ kind }) => kind), facts: blocks.map(({ id }) => readAllFacts(doc).get(id as BlockId)) }
  })
  expect(begun).toEqual({ pages: ['One on one'], kinds: ['topic'], facts: [{ ask: 'input' }] })

  expect((await call(zoe, { path: '/api/journals', body: { title: 'T', seat: 'mentor', saved: saved.template } })).body).toMatchObject({
    code: 'unknown-template',
  })
  expect((await call(ana, { path, body: saved })).body).toMatchObject({ code: 'id-taken' })
  await succeed(ben, { path, body: savedTemplate() })
  await succeed(ana, { path, body: savedTemplate() })
  expect((await call(ana, { path, body: savedTemplate() })).body).toMatchObject({ code: 'too-many-rows' })

  // Who leaves takes along what they saved, and no more.
  await succeed(ana, { path: `/api/journals/${journal.id}/leave`, body: {} })
  const kept = await succeed<{ templates: { isMine: boolean }[] }>(ana, { path: '/api/templates' })
  expect(kept.body.templates.map(({ isMine }) => isMine)).toEqual([true])
  await succeed(ben, { method: 'DELETE', path: `/api/templates/${saved.template}` })
  expect((await call(ben, { path: `/api/templates/${saved.template}` })).body).toMatchObject({ code: 'unknown-template' })
})
