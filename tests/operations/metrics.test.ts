/** What `/metrics` tells after people worked, and to whom. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, pair, type TestJournal, type TestPerson } from '../support/people.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { openWire } from '../support/wire-client.ts'
import { writer } from '../relay/scene.ts'
import { type Exposition, parseMetrics } from './parse-metrics.ts'

const TOKEN = 'a-token-for-the-tests'

let server: TestServer
let ben: TestPerson
let journal: TestJournal
beforeAll(async () => {
  server = await startServer()
  ;({ ben, journal } = await pair(server.address))
})
afterAll(() => server.stop())

async function scrape(): Promise<Exposition> {
  const answer = await fetch(`${server.address}/metrics`)
  expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
  return parseMetrics(await answer.text())
}

test('they follow what people do', async () => {
  const before = await scrape()
  const [client, other] = [await openWire(ben, journal), await openWire(ben, journal)]
  await client.join()
  await other.join()
  const author = writer()
  for (let word = 1; word <= 20; word++) {
    client.sendUpdate(author.write('word '))
    await client.acked(word)
  }
  await call(server.address, { path: '/api/journals' })
  client.send(Uint8Array.of(99))
  expect(await client.closed()).toMatchObject({ code: 4400 })
  const after = await scrape()
  const grown = (name: string, labels: Record<string, string> = {}) => after.value(name, labels) - before.value(name, labels)

  expect(after.value('tandem_connections')).toBe(1)
  expect(after.value('tandem_rooms')).toBe(1)
  expect(grown('tandem_joins_total')).toBe(2)
  expect(grown('tandem_updates_total')).toBe(20)
  expect(grown('tandem_entries_total')).toBe(20)
  expect(grown('tandem_ack_seconds_count')).toBe(20)
  expect(grown('tandem_ack_seconds_bucket', { le: '+Inf' })).toBe(20)
  expect(grown('tandem_commit_seconds_count')).toBe(20)
  expect(grown('tandem_commit_seconds_sum')).toBeGreaterThan(0)
  expect(grown('tandem_read_bytes_total')).toBeGreaterThan(20 * 20)
  expect(grown('tandem_written_bytes_total')).toBeGreaterThan(20 * 20)
  expect(grown('tandem_refused_total', { on: 'websocket', code: 'malformed-frame' })).toBeGreaterThan(0)
  expect(grown('tandem_refused_total', { on: 'call', code: 'signed-out' })).toBe(1)
  expect(grown('tandem_http_requests_total', { status: '401' })).toBe(1)
  expect(grown('tandem_http_requests_total', { status: '200' })).toBe(1)
  expect(after.value('tandem_event_loop_stall_seconds', { quantile: '0.99' })).toBeLessThan(5)
  const always = ['tandem_data_free_bytes', 'process_cpu_seconds_total', 'process_resident_memory_bytes', 'process_open_fds', 'nodejs_heap_used_bytes']
  expect(always.filter((name) => !(after.value(name) > 0))).toEqual([])
  other.close()
})

test('they hold no words, names or ids', async () => {
  const text = await (await fetch(`${server.address}/metrics`)).text()
  expect([ben.id, ben.name, journal.id, journal.documentId].filter((each) => text.includes(each))).toEqual([])
})

test.for([
  { what: 'with a token', env: { METRICS_TOKEN: TOKEN } },
  { what: 'behind a proxy', env: { TRUSTED_PROXIES: '127.0.0.1' } },
  { what: 'with a public address', env: { PUBLIC_URL: 'https://tandem.example.org' } },
])('$what, being on this machine is not enough', async ({ env }) => {
  await using guarded = await startServer({ env })
  const answer = await call(guarded.address, { path: '/metrics' })
  expect(answer).toMatchObject({ status: 404, body: { code: 'unknown-route' } })
})

test('the token is enough', async () => {
  await using guarded = await startServer({ env: { METRICS_TOKEN: TOKEN, PUBLIC_URL: 'https://tandem.example.org' } })
  const read = (authorization: string) => call(guarded.address, { path: '/metrics', headers: { authorization } })
  expect((await read(`Bearer ${TOKEN}`)).status).toBe(200)
  expect((await read('Bearer something-else-as-long')).status).toBe(404)
})
