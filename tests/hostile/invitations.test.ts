/** Promise 14 against somebody who tries: tokens changed, roles asked for, links used again, and two who are quicker than each other. */
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accept, call, createJournal, invite, joinByName, pair, signUp, succeed, tokenOf } from '../support/people.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer({ env: { LIMIT_SIGN_INS: '0', LIMIT_CALLS: '0' } })
})
afterAll(() => server.stop())

const codeOf = (body: unknown) => (body as { code?: string }).code ?? 'ok'
const acceptBy = (token: string, body: object = { name: 'Eve' }) => call(server.address, { path: `/api/invitations/${token}/accept`, body })

async function invited(role: 'viewer' | 'editor' = 'viewer') {
  const ben = await signUp(server.address, 'Ben')
  const journal = await createJournal(ben)
  const url = await invite(ben, journal, { seat: 'third', role })
  return { ben, journal, url, token: tokenOf(url) }
}

test('a token changed in any place, cut, lengthened or hashed opens nothing', async () => {
  const { ben, journal, token } = await invited()
  const tampered = [
    ...Array.from(token, (letter, index) => `${token.slice(0, index)}${letter === 'a' ? 'b' : 'a'}${token.slice(index + 1)}`),
    token.slice(1),
    token.slice(0, -1),
    `${token}A`,
    token.toUpperCase(),
    `${token}%00`,
    `%20${token}`,
    createHash('sha256').update(token).digest('hex'),
    createHash('sha256').update(token).digest('base64url'),
    "' or '1'='1' -- ------",
    '%25'.repeat(20),
  ]
  for (const each of tampered) expect(codeOf((await acceptBy(each.replaceAll(/[' ]/g, encodeURIComponent))).body)).toBe('unknown-invitation')
  const { body } = await succeed<{ members: unknown[] }>(ben, { path: `/api/journals/${journal.id}` })
  expect(body.members).toHaveLength(1)
  expect(codeOf((await acceptBy(token)).body)).toBe('ok')
})

test('who accepts cannot choose a role, a seat, a person or a journal', async () => {
  const [{ ben, journal, token }, other] = [await invited(), await invited()]
  const wishes = { name: 'Eve', role: 'owner', seat: 'mentee', person: ben.id, id: other.journal.id, journal: other.journal.id, token: other.token }
  const { headers, body } = await acceptBy(token, wishes)
  expect(body).toMatchObject({ id: journal.id })
  const cookie = headers.getSetCookie()[0]?.split(';')[0] ?? ''
  expect((await call(server.address, { path: `/api/journals/${journal.id}`, headers: { cookie } })).body).toMatchObject({ role: 'viewer', seat: 'third' })
  expect((await call(server.address, { path: `/api/invitations/${other.token}` })).status).toBe(200)
})

test('a used link stays used: for the one who used it, for others, and after they were removed', async () => {
  const { ben, journal, url, token } = await invited('editor')
  const eve = await joinByName(server.address, url, 'Eve')
  const again = await Promise.all(Array.from({ length: 20 }, () => acceptBy(token)))
  expect(new Set(again.map(({ body }) => codeOf(body)))).toEqual(new Set(['invitation-used']))
  await succeed(ben, { method: 'DELETE', path: `/api/journals/${journal.id}/members/${eve.id}` })
  expect(codeOf((await call(eve, { path: `/api/invitations/${token}/accept`, body: {} })).body)).toBe('invitation-used')
  expect(codeOf((await call(eve, { path: `/api/journals/${journal.id}` })).body)).toBe('unknown-journal')
})

test('accepted and withdrawn at the same moment, exactly one of the two succeeds', async () => {
  const { ben, journal } = await invited()
  const outcomes = new Set<string>()
  for (let round = 0; round < 20; round++) {
    const made = await succeed<{ id: string; url: string }>(ben, { path: `/api/journals/${journal.id}/invitations`, body: { seat: 'third', role: 'viewer' } })
    const withdraw = () => call(ben, { method: 'DELETE', path: `/api/journals/${journal.id}/invitations/${made.body.id}` })
    const both = round % 2 === 0 ? [acceptBy(tokenOf(made.body.url)), withdraw()] : [withdraw(), acceptBy(tokenOf(made.body.url))]
    const codes = (await Promise.all(both)).map(({ body }) => codeOf(body))
    expect(codes.filter((code) => code === 'ok')).toHaveLength(1)
    outcomes.add(codes.toSorted().join(' and '))
  }
  for (const outcome of outcomes) expect(['invitation-revoked and ok', 'invitation-used and ok']).toContain(outcome)
})

test('the links of somebody who is no owner any more open nothing', async () => {
  const { ben, ana, journal } = await pair(server.address, { role: 'owner' })
  const link = await invite(ana, journal, { seat: 'third', role: 'owner' })
  await succeed(ben, { method: 'PATCH', path: `/api/journals/${journal.id}/members/${ana.id}`, body: { role: 'editor' } })
  const eve = await signUp(server.address, 'Eve')
  expect(codeOf((await call(eve, { path: `/api/invitations/${tokenOf(link)}/accept`, body: {} })).body)).toBe('invitation-revoked')
  await expect(accept(ana, link)).rejects.toThrow('invitation-revoked')
})
