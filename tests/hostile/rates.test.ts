/** How often is limited for calls and connections by the same numbers, and told with the same words. */
import { expect, test } from 'vitest'
import { call, createJournal, signUp, succeed } from '../support/people.ts'
import { startServer } from '../support/server.ts'
import { openWire, refusedUpgrade } from '../support/wire-client.ts'
import { writer } from '../relay/scene.ts'

test('[R1] [R22] opening a connection is a call like any other: counted, and refused with the others', async () => {
  await using server = await startServer({ env: { LIMIT_CALLS: '10' } })
  const [ana, ben] = [await signUp(server.address, 'Ana'), await signUp(server.address, 'Ben')]
  const [hers, his] = [await createJournal(ana), await createJournal(ben)]
  for (let opened = 0; opened < 9; opened++) (await openWire(ana, hers)).close()
  expect(await refusedUpgrade(ana, hers)).toMatchObject({ status: 429, code: 'too-many-requests' })
  const refused = await call(ana, { path: '/api/journals' })
  expect(refused).toMatchObject({ status: 429, body: { code: 'too-many-requests' } })
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  ;(await openWire(ben, his)).close()
})

test('[R1] [R22] who is not signed in is counted by network, also behind a trusted proxy', async () => {
  await using server = await startServer({ env: { LIMIT_CALLS: '3', TRUSTED_PROXIES: '127.0.0.1' } })
  const nobody = { address: server.address, cookie: '' }
  const document = { documentId: '8f1f7a38-6a2b-4c8f-9d55-1d8f0a3f1c11' }
  const from = (address: string) => refusedUpgrade(nobody, document, { headers: { 'x-forwarded-for': address } }).then(({ code }) => code)
  for (let tries = 0; tries < 3; tries++) expect(await from('198.51.100.7')).toBe('signed-out')
  expect(await from('198.51.100.7')).toBe('too-many-requests')
  expect(await from('198.51.100.7, 203.0.113.9')).toBe('signed-out')
})

test('every counted answer says how many calls are left', async () => {
  await using server = await startServer({ env: { LIMIT_CALLS: '10' } })
  const ana = await signUp(server.address, 'Ana')
  const left: number[] = []
  for (let calls = 0; calls < 3; calls++) {
    const { headers } = await succeed(ana, { path: '/api/journals' })
    expect(headers.get('ratelimit-limit')).toBe('10')
    expect(Number(headers.get('ratelimit-reset'))).toBeGreaterThan(0)
    left.push(Number(headers.get('ratelimit-remaining')))
  }
  expect(left).toEqual([9, 8, 7])
})

test('limits are what the environment says, and 0 lifts them', async () => {
  await using server = await startServer({
    env: {
      LIMIT_JOURNALS: '2',
      LIMIT_CALLS: '0',
      LIMIT_BODY_BYTES: '300',
      LIMIT_CONNECTIONS_PER_PERSON: '1',
      LIMIT_DOCUMENT_BYTES: '0',
      LIMIT_FRAME_BYTES: '0',
    },
  })
  const ana = await signUp(server.address, 'Ana')
  const journal = await createJournal(ana)
  await createJournal(ana)
  const third = await call(ana, { path: '/api/journals', body: { title: 'One more', seat: 'mentor' } })
  expect(third).toMatchObject({ status: 403, body: { code: 'too-many-journals' } })
  expect((await call(ana, { path: '/api/journals', body: { title: 'x'.repeat(400), seat: 'mentor' } })).body).toMatchObject({ code: 'body-too-large' })
  const wire = await openWire(ana, journal)
  expect(await refusedUpgrade(ana, journal)).toMatchObject({ code: 'too-many-connections' })
  // More than a frame and a third of a document by the standard limits.
  wire.sendUpdate(writer().write('x'.repeat(9 * 1024 * 1024)))
  await wire.acked(1)
  wire.close()
})

test('[R22] who sends too many bytes is read more slowly, and loses nothing', async () => {
  await using server = await startServer({ env: { LIMIT_BYTES_PER_SECOND: '500000' } })
  const ana = await signUp(server.address, 'Ana')
  const wire = await openWire(ana, await createJournal(ana))
  const author = writer()
  const began = performance.now()
  for (let part = 0; part < 8; part++) wire.sendUpdate(author.write('x'.repeat(250_000)))
  await wire.acked(8)
  // Two seconds' worth goes at once, the other half takes two.
  expect(performance.now() - began).toBeGreaterThan(1000)
  wire.close()
})
