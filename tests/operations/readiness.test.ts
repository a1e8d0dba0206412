/** Health and readiness while things go wrong: what they say is what a person would find. */
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { ballastIn } from '../faults/disk/ballast.ts'
import { writer } from '../relay/scene.ts'
import { call, pair } from '../support/people.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { mountSmallDisk } from '../support/small-disk.ts'
import { holdDatabase } from '../support/stored-log.ts'
import { stopWrites } from '../support/stop-writes.ts'
import { openWire } from '../support/wire-client.ts'

async function ask({ address }: TestServer): Promise<{ readonly health: number; readonly ready: number; readonly code: unknown }> {
  const health = await call(address, { path: '/api/health' })
  const { status, body } = await call(address, { path: '/api/ready' })
  return { health: health.status, ready: status, code: (body as { code?: string }).code }
}

const SOUND = { health: 200, ready: 200, code: undefined }
const CANNOT_STORE = { health: 200, ready: 503, code: 'cannot-store' }

test('while another program holds the database it lives, is not ready, and is again afterwards', async () => {
  await using server = await startServer()
  expect(await ask(server)).toEqual(SOUND)
  const release = await holdDatabase(server.dataDir)
  await expect.poll(() => ask(server), { timeout: 10_000 }).toEqual(CANNOT_STORE)
  await release()
  await expect.poll(() => ask(server), { timeout: 10_000 }).toEqual(SOUND)
})

test('while it drains it lives and takes nobody new', async () => {
  await using server = await startServer()
  const { ben, journal } = await pair(server.address)
  const client = await openWire(ben, journal)
  await client.join()
  // Something unsaved keeps it from ending at once.
  const release = stopWrites(server)
  client.sendUpdate(writer().write('at the last moment'))
  await client.refused('cannot-store')
  const stopped = server.stop()
  await expect.poll(() => ask(server), { timeout: 5000 }).toEqual({ health: 200, ready: 503, code: 'stopping' })
  release()
  await client.acked(1)
  expect(await stopped).toBe(0)
})

const disk = mountSmallDisk(8)
afterAll(() => disk?.unmount())

test.runIf(disk)('on a full disk it is not ready although a small row still fits, and is again when there is room', { timeout: 120_000 }, async () => {
  if (!disk) throw new Error('There is no small disk.')
  await using server = await startServer({ dataDir: join(disk.path, 'data') })
  const { ben, journal } = await pair(server.address)
  const client = await openWire(ben, journal)
  await client.join()
  const author = writer()
  client.sendUpdate(author.write('before '))
  await client.acked(1)
  const ballast = ballastIn(disk.path)
  ballast.fill(300_000)
  client.sendUpdate(author.write('x'.repeat(1_000_000)))
  await client.refused('cannot-store')
  // The small row that is written to find out would be stored: who only asks it is told a lie.
  const answers = []
  for (let time = 0; time < 5; time++) answers.push(await ask(server))
  expect(answers).toEqual(answers.map(() => CANNOT_STORE))
  ballast.free()
  await client.acked(2)
  await expect.poll(() => ask(server), { timeout: 10_000 }).toEqual(SOUND)
})
