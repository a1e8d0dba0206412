/** Journals and their members over HTTP. Who may do what is in who-may.test.ts. */
import type { JournalSummary } from '@tandem/shared/contracts/journals.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { accept, call, createJournal, invite, joinByName, pair, signUp, succeed, type TestJournal, type TestPerson } from '../support/people.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { atJournal } from './at-journal.ts'
import { beside } from './every-failure.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer({ env: { LIMIT_SIGN_INS: '0', LIMIT_CALLS: '0' } })
})
afterAll(() => server.stop())

async function home(person: TestPerson): Promise<readonly JournalSummary[]> {
  return (await succeed<{ journals: JournalSummary[] }>(person, { path: '/api/journals' })).body.journals
}

async function look(person: TestPerson, { id }: TestJournal): Promise<JournalSummary> {
  return (await succeed<JournalSummary>(person, { path: `/api/journals/${id}` })).body
}

/** Somebody on a third chair. */
async function third(owner: TestPerson, journal: TestJournal, { name, role }: { name: string; role: 'editor' | 'viewer' | 'owner' }): Promise<TestPerson> {
  return joinByName(server.address, await invite(owner, journal, { seat: 'third', role }), name)
}

test('somebody new has no journals', async () => {
  expect(await home(await signUp(server.address, 'Ben'))).toEqual([])
})

test('home shows my journals with their people, my seat, and when they changed', async () => {
  const before = Date.now()
  const { ben, ana, journal } = await pair(server.address)
  const [mine] = await home(ana)
  expect(mine).toMatchObject({ id: journal.id, documentId: journal.documentId, title: 'Ana and Ben', seat: 'mentee', role: 'editor', archivedAt: null })
  expect(mine?.members).toMatchObject([
    { person: ben.id, name: 'Ben', seat: 'mentor', role: 'owner', hue: 0 },
    { person: ana.id, name: 'Ana', seat: 'mentee', role: 'editor', hue: 1 },
  ])
  expect(mine?.changedAt).toBeGreaterThanOrEqual(before)
})

test('the journal somebody has just written in stands first, and says so at once', async () => {
  const { ben, ana, journal } = await pair(server.address)
  const newer = await createJournal(ben)
  expect((await home(ben)).map(({ id }) => id)).toEqual([newer.id, journal.id])
  const [writing, reading] = [await atJournal(ana, journal), await atJournal(ben, journal)]
  const before = Date.now()
  writing.write('Stored.')
  await eventually('Ben reads it', () => reading.text() === 'Stored.')
  const [first, second] = await home(ben)
  expect([first?.id, second?.id]).toEqual([journal.id, newer.id])
  expect(first?.changedAt).toBeGreaterThanOrEqual(before)
  expect((await look(ana, journal)).changedAt).toBe(first?.changedAt)
})

test('the document’s id tells nothing of the journal’s', async () => {
  const journal = await createJournal(await signUp(server.address, 'Ben'))
  expect(journal.documentId).not.toBe(journal.id)
})

test('a title is trimmed, and a template is chosen for who names none', async () => {
  const ben = await signUp(server.address, 'Ben')
  await succeed(ben, { path: '/api/journals', body: { title: '  Growing  ', seat: 'mentee' } })
  expect((await home(ben))[0]).toMatchObject({ title: 'Growing', seat: 'mentee', role: 'owner' })
})

test('a new journal’s document is stored with its template, and its client id is nobody’s to write under', async () => {
  const ben = await signUp(server.address, 'Ben')
  const { documentId } = await createJournal(ben, { template: 'fresh-start' })
  beside(server, (database) => {
    const entry = database.prepare('select seq, author, length(bytes) as size from log_entries where document_id = ?').all(documentId)
    expect(entry).toMatchObject([{ seq: 1, author: 'tandem' }])
    expect(Number(entry[0]?.['size'])).toBeGreaterThan(500)
    const owners = database.prepare('select person_id from client_owners where document_id = ?').all(documentId)
    expect(owners).toEqual([expect.objectContaining({ person_id: 'tandem' })])
  })
})

test('who is in other journals sees only their own', async () => {
  const { journal } = await pair(server.address)
  const other = await pair(server.address)
  expect((await home(other.ana)).map(({ id }) => id)).toEqual([other.journal.id])
  expect((await call(other.ana, { path: `/api/journals/${journal.id}` })).status).toBe(404)
})

test('a journal is archived and brought back', async () => {
  const { ben, ana, journal } = await pair(server.address)
  await succeed(ben, { path: `/api/journals/${journal.id}/archive`, body: {} })
  const { archivedAt } = await look(ana, journal)
  expect(archivedAt).toBeGreaterThan(0)
  await succeed(ben, { path: `/api/journals/${journal.id}/archive`, body: {} })
  expect((await look(ana, journal)).archivedAt).toBe(archivedAt)
  await succeed(ben, { path: `/api/journals/${journal.id}/unarchive`, body: {} })
  expect((await look(ana, journal)).archivedAt).toBeNull()
})

test('an archived journal is not renamed or invited to, and nobody joins it', async () => {
  const { ben, journal } = await pair(server.address)
  const url = await invite(ben, journal, { seat: 'third', role: 'viewer' })
  await succeed(ben, { path: `/api/journals/${journal.id}/archive`, body: {} })
  const path = `/api/journals/${journal.id}`
  const answers = [
    await call(ben, { method: 'PATCH', path, body: { title: 'Later' } }),
    await call(ben, { path: `${path}/invitations`, body: { seat: 'third', role: 'viewer' } }),
    await call(server.address, { path: `/api/invitations/${url.split('/').at(-1)}/accept`, body: { name: 'Cleo' } }),
  ]
  expect(answers.map(({ body }) => (body as { code: string }).code)).toEqual(Array(3).fill('journal-archived'))
})

test('when the last owner leaves, the other of the pair owns the journal', async () => {
  const { ben, ana, journal } = await pair(server.address)
  await third(ben, journal, { name: 'Cleo', role: 'editor' })
  await succeed(ben, { path: `/api/journals/${journal.id}/leave`, body: {} })
  expect(await home(ben)).toEqual([])
  const { members, role } = await look(ana, journal)
  expect(role).toBe('owner')
  expect(members.map(({ name }) => name)).toEqual(['Ana', 'Cleo'])
})

test('the last member cannot leave: a journal is archived instead', async () => {
  const { ben, ana, journal } = await pair(server.address)
  await succeed(ana, { path: `/api/journals/${journal.id}/leave`, body: {} })
  expect((await call(ben, { path: `/api/journals/${journal.id}/leave`, body: {} })).body).toMatchObject({ code: 'last-member' })
})

test('two owners leaving at once: somebody always stays and owns it', async () => {
  const { ben, ana, journal } = await pair(server.address)
  await succeed(ben, { method: 'PATCH', path: `/api/journals/${journal.id}/members/${ana.id}`, body: { role: 'owner' } })
  const leave = (person: TestPerson) => call(person, { path: `/api/journals/${journal.id}/leave`, body: {} })
  const answers = await Promise.all([leave(ben), leave(ana)])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
})

test('two owners taking the role from each other at once: one of them keeps it', async () => {
  const { ben, ana, journal } = await pair(server.address)
  const take = (from: TestPerson, by: TestPerson) =>
    call(by, { method: 'PATCH', path: `/api/journals/${journal.id}/members/${from.id}`, body: { role: 'viewer' } })
  await succeed(ben, { method: 'PATCH', path: `/api/journals/${journal.id}/members/${ana.id}`, body: { role: 'owner' } })
  const answers = await Promise.all([take(ana, ben), take(ben, ana)])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 403])
  expect((await look(ana, journal)).members.filter(({ role }) => role === 'owner')).toHaveLength(1)
})

test('who is removed sees the journal no more, and comes back by an invitation with the hue they had', async () => {
  const { ben, journal } = await pair(server.address)
  const cleo = await third(ben, journal, { name: 'Cleo', role: 'editor' })
  await succeed(ben, { method: 'DELETE', path: `/api/journals/${journal.id}/members/${cleo.id}` })
  expect(await home(cleo)).toEqual([])
  const dan = await third(ben, journal, { name: 'Dan', role: 'viewer' })
  await accept(cleo, await invite(ben, journal, { seat: 'third', role: 'viewer' }))
  const hues = new Map((await look(ben, journal)).members.map(({ person, hue }) => [person as string, hue]))
  expect([hues.get(cleo.id), hues.get(dan.id)]).toEqual([2, 3])
})

test('an owner who removes themselves has left', async () => {
  const { ben, ana, journal } = await pair(server.address)
  await succeed(ben, { method: 'DELETE', path: `/api/journals/${journal.id}/members/${ben.id}` })
  expect((await look(ana, journal)).role).toBe('owner')
})

test('the links of somebody who may no longer invite are dead', async () => {
  const { ben, journal } = await pair(server.address)
  const olga = await third(ben, journal, { name: 'Olga', role: 'owner' })
  const url = await invite(olga, journal, { seat: 'third', role: 'owner' })
  await succeed(ben, { method: 'DELETE', path: `/api/journals/${journal.id}/members/${olga.id}` })
  const back = await call(olga, { path: `/api/invitations/${url.split('/').at(-1)}/accept`, body: {} })
  expect(back.body).toMatchObject({ code: 'invitation-revoked' })
})

test('home shows a hundred journals, the latest changed first', async () => {
  const { ben } = await pair(server.address)
  for (let i = 0; i < 100; i++) await createJournal(ben, { title: `Journal ${i}` })
  const listed = await home(ben)
  expect(listed).toHaveLength(101)
  expect(listed.map(({ changedAt }) => changedAt)).toEqual(listed.map(({ changedAt }) => changedAt).toSorted((a, b) => b - a))
})
