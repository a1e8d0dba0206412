/** Calls no client of ours makes: each is refused in our words and changes nothing. */
import { request } from 'node:http'
import { connect } from 'node:net'
import { isFailureCode } from '@tandem/shared/failure.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, createJournal, signUp, type TestPerson } from '../support/people.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let ben: TestPerson
beforeAll(async () => {
  server = await startServer({ env: { LIMIT_SIGN_INS: '0' } })
  ben = await signUp(server.address, 'Ben')
})
afterAll(() => server.stop())

interface Raw {
  readonly method?: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** A call byte for byte, as `fetch` would not send it. */
function send({ method = 'POST', path, headers, body }: Raw): Promise<{ status: number; text: string }> {
  const { hostname, port } = new URL(server.address)
  return new Promise((resolve, reject) => {
    const sending = request({ hostname, port, method, path, headers: { cookie: ben.cookie, ...headers } }, (response) => {
      let text = ''
      response.on('data', (chunk: Buffer) => {
        text += chunk.toString()
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
    })
    sending.on('error', reject)
    sending.end(body)
  })
}

const JSON_TYPE = { 'content-type': 'application/json' }

test.for<[string, Raw, string]>([
  ['JSON that ends too early', { path: '/api/journals', headers: JSON_TYPE, body: '{"title":' }, 'malformed-input'],
  ['JSON that is no object', { path: '/api/journals', headers: JSON_TYPE, body: '[1,2]' }, 'malformed-input'],
  ['JSON that is a word', { path: '/api/journals', headers: JSON_TYPE, body: '"title"' }, 'malformed-input'],
  ['a prototype in disguise', { path: '/api/journals', headers: JSON_TYPE, body: '{"__proto__":{"seat":"mentor"},"title":"T"}' }, 'malformed-input'],
  ['a form', { path: '/api/journals', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'title=T' }, 'malformed-input'],
  ['XML', { path: '/api/journals', headers: { 'content-type': 'text/xml' }, body: '<title/>' }, 'malformed-input'],
  ['a path that cannot be decoded', { method: 'GET', path: '/api/journals/%zz' }, 'malformed-input'],
  ['an id that is none', { method: 'GET', path: '/api/journals/1;drop' }, 'unknown-journal'],
  ['a path that climbs', { method: 'GET', path: '/api/journals/..%2f..%2fetc' }, 'unknown-journal'],
  ['another method', { method: 'PUT', path: '/api/journals', headers: JSON_TYPE, body: '{}' }, 'unknown-route'],
  ['no body', { path: '/api/journals', headers: JSON_TYPE }, 'title-missing'],
  ['a foreign page', { path: '/api/journals', headers: { ...JSON_TYPE, origin: 'https://evil.example' }, body: '{}' }, 'foreign-origin'],
  ['a page without a place', { path: '/api/journals', headers: { ...JSON_TYPE, origin: 'null' }, body: '{}' }, 'foreign-origin'],
  ['a cross-site form', { path: '/api/journals', headers: { ...JSON_TYPE, 'sec-fetch-site': 'cross-site' }, body: '{}' }, 'foreign-origin'],
  ['a foreign page signing in', { path: '/api/auth/sign-in/email', headers: { ...JSON_TYPE, origin: 'https://evil.example' }, body: '{}' }, 'foreign-origin'],
  ['a query instead of a body', { path: '/api/journals?title=T&seat=mentor', headers: JSON_TYPE, body: '{}' }, 'title-missing'],
])('%s', async ([, raw, code]) => {
  const { status, text } = await send(raw)
  expect(JSON.parse(text)).toMatchObject({ code })
  expect(status).toBeGreaterThanOrEqual(400)
  expect(status).toBeLessThan(500)
})

test('the body cannot name another journal than the path', async () => {
  const [mine, other] = [await createJournal(ben, { title: 'Mine' }), await createJournal(ben, { title: 'Other' })]
  await call(ben, { method: 'PATCH', path: `/api/journals/${mine.id}`, body: { id: other.id, title: 'Changed' } })
  expect((await call(ben, { path: `/api/journals/${other.id}` })).body).toMatchObject({ title: 'Other' })
})

test('words of every script and length are kept as they are', async () => {
  const title = 'Übung 👩🏽‍🏫 — رحلة «пара» \u202e 𝔛'
  const journal = await createJournal(ben, { title })
  expect((await call(ben, { path: `/api/journals/${journal.id}` })).body).toMatchObject({ title })
})

test('a request that is not HTTP closes the connection and nothing else', async () => {
  const { hostname, port } = new URL(server.address)
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write('\u0000\u0001 not http\r\n\r\n'))
    let text = ''
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString()
    })
    socket.on('close', () => resolve(text))
    socket.on('error', reject)
  })
  expect(answer).toMatch(/^HTTP\/1\.1 400 /)
  expect((await call(server.address, { path: '/api/health' })).status).toBe(200)
})

test('two thousand random calls: each answered in our words, none a defect', async () => {
  const words = ['', 'T', ' ', 'x'.repeat(300), null, 7, -1, true, [], {}, 'mentor', 'owner', '\u0000', '💥', { $gt: '' }]
  const fields = ['title', 'seat', 'role', 'template', 'name', 'email', 'password', 'id', 'token', '__proto__', 'constructor']
  const paths = ['/api/journals', '/api/me', '/api/me/keep', '/api/journals/x', '/api/invitations/x/accept', '/api/journals/x/members/y', '/api/auth/sign-out']
  let seed = 20_261_123
  const pick = <Item>(items: readonly Item[]): Item => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    return items[seed % items.length] as Item
  }
  const unexpected: unknown[] = []
  for (let round = 0; round < 40; round++) {
    const calls = Array.from({ length: 50 }, async () => {
      const body = Object.fromEntries(Array.from({ length: 3 }, () => [pick(fields), pick(words)]))
      const answer = await call(pick([ben, server.address]), { method: pick(['POST', 'PATCH', 'DELETE']), path: pick(paths), body })
      const { code } = (answer.body ?? {}) as { code?: string }
      if (answer.status >= 500 || (answer.status >= 400 && !isFailureCode(code ?? ''))) unexpected.push({ body, answer })
    })
    await Promise.all(calls)
  }
  expect(unexpected).toEqual([])
})
