/** How the server starts, refuses to start, and stops. */
import { spawn } from 'node:child_process'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { call, signUp } from '../support/people.ts'
import { startServer } from '../support/server.ts'

const MAIN = new URL('../../server/src/main.ts', import.meta.url).pathname

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tandem-start-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

interface Ended {
  readonly code: number | null
  readonly told: string
}

/** Starts a server that is expected to end by itself. */
function tryToStart(env: Readonly<Record<string, string>>): Promise<Ended> {
  const child = spawn(process.execPath, [MAIN], { env: { PATH: process.env['PATH'], PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'silent', ...env } })
  let told = ''
  child.stdout.on('data', (chunk: Buffer) => {
    told += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    told += chunk.toString()
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve({ code, told }))
  })
}

const ONE_SENTENCE = /^[A-Z][^\n]+\.\n$/

test('a wrong value is one sentence naming the variable, and exit code 1', async () => {
  const { code, told } = await tryToStart({ PORT: 'many' })
  expect(code).toBe(1)
  expect(told).toBe('PORT must be a whole number from 0 to 65535, not "many".\n')
})

test('a taken port is one sentence', async () => {
  const other = createServer()
  const port = await new Promise<number>((resolve) => {
    other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port))
  })
  const { code, told } = await tryToStart({ PORT: String(port) })
  other.close()
  expect(code).toBe(1)
  expect(told).toMatch(ONE_SENTENCE)
  expect(told).toContain(`Port ${port} on 127.0.0.1 is taken`)
})

test('a second start on the same data is one sentence, and the first goes on', async () => {
  await using first = await startServer({ dataDir: folder })
  const { code, told } = await tryToStart({})
  expect(code).toBe(1)
  expect(told).toMatch(ONE_SENTENCE)
  expect(told).toContain('is in use by another Tandem')
  expect((await call(first.address, { path: '/api/ready' })).status).toBe(200)
})

test('after a crash it starts on the same data again', async () => {
  await using server = await startServer({ dataDir: folder })
  await server.kill()
  await server.restart()
  expect((await call(server.address, { path: '/api/ready' })).status).toBe(200)
})

test('a data folder that cannot be one is one sentence', async () => {
  await writeFile(join(folder, 'file'), '')
  const { code, told } = await tryToStart({ DATA_DIR: join(folder, 'file', 'data') })
  expect(code).toBe(1)
  expect(told).toMatch(ONE_SENTENCE)
  expect(told).toContain('data folder')
})

test('an address of another machine is one sentence', async () => {
  const { code, told } = await tryToStart({ HOST: '192.0.2.1' })
  expect(code).toBe(1)
  expect(told).toBe('HOST must be an address of this machine, not "192.0.2.1".\n')
})

test('the secret is made once, kept for its owner only, and cookies outlive a restart', async () => {
  await using server = await startServer({ dataDir: folder })
  const ben = await signUp(server.address, 'Ben')
  expect((await stat(join(folder, 'sign-in-secret'))).mode & 0o777).toBe(0o600)
  await server.restart()
  expect((await call(ben, { path: '/api/me' })).status).toBe(200)
})

test('a damaged secret is one sentence', async () => {
  await writeFile(join(folder, 'sign-in-secret'), 'short')
  const { code, told } = await tryToStart({})
  expect(code).toBe(1)
  expect(told).toMatch(/^The file .+sign-in-secret is damaged\. .+\n$/)
})

test.for(['SIGTERM', 'SIGINT'] as const)('%s drains and ends with exit code 0', async (signal) => {
  const child = spawn(process.execPath, [MAIN], { env: { PATH: process.env['PATH'], PORT: '0', DATA_DIR: folder } })
  const address = await new Promise<string>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      const ready = /^Tandem is ready at (\S+)$/m.exec(chunk.toString())
      if (ready?.[1]) resolve(ready[1])
    })
  })
  await signUp(address, 'Ben')
  const code = await new Promise((resolve) => {
    child.once('exit', resolve)
    child.kill(signal)
  })
  expect(code).toBe(0)
})

test('health lives and ready stores', async () => {
  await using server = await startServer()
  expect(await call(server.address, { path: '/api/health' })).toMatchObject({ status: 200, body: { ok: true } })
  expect(await call(server.address, { path: '/api/ready' })).toMatchObject({ status: 200, body: { ok: true } })
})
