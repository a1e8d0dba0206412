/** Invitations over HTTP. Each way they can fail is in every-failure.test.ts. */
import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accept, call, createJournal, invite, joinByName, pair, signUp, succeed, tokenOf } from '../support/people.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { beside } from './every-failure.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer({ env: { LIMIT_SIGN_INS: '0', LOG_LEVEL: 'debug' } })
})
afterAll(() => server.stop())

async function invited() {
  const ben = await signUp(server.address, 'Ben')
  const journal = await createJournal(ben)
  const url = await invite(ben, journal, { seat: 'mentee', role: 'editor' })
  return { ben, journal, url, token: tokenOf(url) }
}

const codeOf = (body: unknown) => (body as { code?: string }).code

function countPeople(): number {
  let count = 0
  beside(server, (database) => {
    count = Number(database.prepare('select count(*) as count from people').get()?.['count'])
  })
  return count
}

test('a link ends in /join/ and its secret, and says when it expires', async () => {
  const { ben, journal } = await invited()
  const { body } = await succeed<{ url: string; expiresAt: number }>(ben, {
    path: `/api/journals/${journal.id}/invitations`,
    body: { seat: 'third', role: 'viewer' },
  })
  expect(body.url).toMatch(new RegExp(`^${server.address}/join/[\\w-]{43}$`))
  expect(body.expiresAt - Date.now()).toBeGreaterThan(13.9 * 24 * 60 * 60 * 1000)
})

test('the link leads to PUBLIC_URL where there is one', async () => {
  await using hosted = await startServer({ env: { PUBLIC_URL: 'https://tandem.example.org' } })
  const origin = 'https://tandem.example.org'
  const signedUp = await succeed(hosted.address, {
    path: '/api/auth/sign-up/email',
    headers: { origin },
    body: { name: 'Ben', email: 'ben@example.org', password: 'long enough' },
  })
  const headers = { origin, cookie: signedUp.headers.getSetCookie()[0]?.split(';')[0] ?? '' }
  const { body: journal } = await succeed<{ id: string }>(hosted.address, { path: '/api/journals', headers, body: { title: 'T', seat: 'mentor' } })
  const { body } = await succeed<{ url: string }>(hosted.address, {
    path: `/api/journals/${journal.id}/invitations`,
    headers,
    body: { seat: 'mentee', role: 'editor' },
  })
  expect(body.url).toMatch(/^https:\/\/tandem\.example\.org\/join\//)
})

test('looking shows who invites to what, and changes nothing', async () => {
  const { token } = await invited()
  for (let i = 0; i < 3; i++) {
    const { body } = await call(server.address, { path: `/api/invitations/${token}` })
    expect(body).toMatchObject({ journal: 'Ana and Ben', by: 'Ben', seat: 'mentee', role: 'editor', people: ['Ben'] })
  }
})

test('a name is enough to be writing', async () => {
  const { url, journal } = await invited()
  const ana = await joinByName(server.address, url, 'Ana')
  expect((await call(ana, { path: `/api/journals/${journal.id}` })).body).toMatchObject({ seat: 'mentee', role: 'editor' })
})

test('somebody signed in sits down as who they are', async () => {
  const { url, journal } = await invited()
  const ana = await signUp(server.address, 'Ana')
  await accept(ana, url)
  const { body } = await call(ana, { path: `/api/journals/${journal.id}` })
  expect(body).toMatchObject({ members: [{ name: 'Ben' }, { name: 'Ana', person: ana.id }] })
})

test('of fifty who accept at once exactly one sits down, and nobody is left over', async () => {
  const { token } = await invited()
  const before = countPeople()
  const names = Array.from({ length: 50 }, (_, i) => `Guest ${i}`)
  const answers = await Promise.all(names.map((name) => call(server.address, { path: `/api/invitations/${token}/accept`, body: { name } })))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(new Set(answers.filter(({ status }) => status !== 200).map(({ body }) => codeOf(body)))).toEqual(new Set(['invitation-used']))
  expect(answers.filter(({ headers }) => headers.getSetCookie().length > 0)).toHaveLength(1)
  expect(countPeople()).toBe(before + 1)
})

test('of ten links for one seat exactly one seats somebody', async () => {
  const { ben, journal } = await invited()
  const urls = await Promise.all(Array.from({ length: 10 }, () => invite(ben, journal, { seat: 'mentee', role: 'editor' })))
  const answers = await Promise.all(urls.map((url) => call(server.address, { path: `/api/invitations/${tokenOf(url)}/accept`, body: { name: 'Ana' } })))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(new Set(answers.filter(({ status }) => status !== 200).map(({ body }) => codeOf(body)))).toEqual(new Set(['seat-taken']))
})

test('a link to a taken seat says so before anybody types their name', async () => {
  const { ben, journal, url } = await invited()
  const second = await invite(ben, journal, { seat: 'mentee', role: 'editor' })
  await joinByName(server.address, url, 'Ana')
  expect(codeOf((await call(server.address, { path: `/api/invitations/${tokenOf(second)}` })).body)).toBe('seat-taken')
})

test('who is in the journal already is shown the way there by every link to it, used or not', async () => {
  const { ben, journal, url, token } = await invited()
  const ana = await joinByName(server.address, url, 'Ana')
  const third = tokenOf(await invite(ben, journal, { seat: 'third', role: 'viewer' }))
  const joinedBy = async (person: Parameters<typeof call>[0], link: string) =>
    ((await call(person, { path: `/api/invitations/${link}` })).body as { joined?: string | null }).joined
  expect(await joinedBy(ana, token)).toBe(journal.id)
  expect(await joinedBy(ana, third)).toBe(journal.id)
  expect(await joinedBy(server.address, third)).toBeNull()
  expect(await joinedBy(server.address, token)).toBeUndefined()
  await succeed(ana, { path: `/api/journals/${journal.id}/leave`, body: {} })
  expect(await joinedBy(ana, third)).toBeNull()
})

test('a refused acceptance leaves the link as it was', async () => {
  const { ben, journal } = await pair(server.address)
  const token = tokenOf(await invite(ben, journal, { seat: 'third', role: 'viewer' }))
  expect(codeOf((await call(ben, { path: `/api/invitations/${token}/accept`, body: {} })).body)).toBe('already-member')
  expect(codeOf((await call(server.address, { path: `/api/invitations/${token}/accept`, body: {} })).body)).toBe('name-missing')
  expect((await call(server.address, { path: `/api/invitations/${token}/accept`, body: { name: 'Cleo' } })).status).toBe(200)
})

test('nobody chooses their own seat or role', async () => {
  const { token, journal } = await invited()
  const ana = await signUp(server.address, 'Ana')
  await succeed(ana, { path: `/api/invitations/${token}/accept`, body: { role: 'owner', seat: 'mentor', id: 'x', person: 'y' } })
  expect((await call(ana, { path: `/api/journals/${journal.id}` })).body).toMatchObject({ seat: 'mentee', role: 'editor' })
})

test('accepting is a POST: following the link takes no seat', async () => {
  const { token } = await invited()
  await call(server.address, { method: 'GET', path: `/api/invitations/${token}/accept` })
  await call(server.address, { method: 'GET', path: `/join/${token}` })
  expect((await call(server.address, { path: `/api/invitations/${token}` })).status).toBe(200)
})

test('no seat is invited to that is taken', async () => {
  const { ben, journal } = await invited()
  const answer = await call(ben, { path: `/api/journals/${journal.id}/invitations`, body: { seat: 'mentor', role: 'editor' } })
  expect(codeOf(answer.body)).toBe('seat-taken')
})

test('open invitations are listed without their secrets, and are gone once used or revoked', async () => {
  const { ben, journal, url, token } = await invited()
  await invite(ben, journal, { seat: 'third', role: 'viewer' })
  const list = async () =>
    (await succeed<{ invitations: { id: string; seat: string }[] }>(ben, { path: `/api/journals/${journal.id}/invitations` })).body.invitations
  const open = await list()
  expect(open.map(({ seat }) => seat).toSorted()).toEqual(['mentee', 'third'])
  expect(JSON.stringify(open)).not.toContain(token)
  await joinByName(server.address, url, 'Ana')
  const [left] = await list()
  await succeed(ben, { method: 'DELETE', path: `/api/journals/${journal.id}/invitations/${left?.id}` })
  expect(await list()).toEqual([])
})

test('an invitation of another journal cannot be revoked from this one', async () => {
  const [mine, theirs] = [await invited(), await invited()]
  const { body } = await succeed<{ invitations: { id: string }[] }>(theirs.ben, { path: `/api/journals/${theirs.journal.id}/invitations` })
  const answer = await call(mine.ben, { method: 'DELETE', path: `/api/journals/${mine.journal.id}/invitations/${body.invitations[0]?.id}` })
  expect(codeOf(answer.body)).toBe('unknown-invitation')
  expect((await call(server.address, { path: `/api/invitations/${theirs.token}` })).status).toBe(200)
})

test('the secret is in no file and no log, only its hash', async () => {
  const { url, token } = await invited()
  await call(server.address, { path: `/api/invitations/${token}` })
  await call(server.address, { path: `/join/${token}` })
  await call(server.address, { path: `/api/invitations/${token}/nowhere`, body: {} })
  await call(server.address, { path: `/api/invitations/${token}/accept`, body: { name: 'x'.repeat(99) } })
  await joinByName(server.address, url, 'Ana')
  await call(server.address, { path: `/api/invitations/${token}/accept`, body: { name: 'Eve' } })
  await expect.poll(() => server.output()).toContain('/api/invitations/:token/accept')
  expect(server.output()).not.toContain(token)
  for (const file of await readdir(server.dataDir)) expect((await readFile(join(server.dataDir, file))).includes(token)).toBe(false)
  beside(server, (database) => {
    const hash = createHash('sha256').update(token).digest('hex')
    expect(database.prepare('select count(*) as count from invitations where token_hash = ?').get(hash)).toMatchObject({ count: 1 })
  })
})
