import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterEach, expect, test } from 'vitest'
import { serveClient } from './client-files.ts'

const ends: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

async function serving(files: Readonly<Record<string, string>>): Promise<FastifyInstance> {
  const folder = await mkdtemp(join(tmpdir(), 'tandem-client-'))
  await mkdir(join(folder, 'assets'))
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  const app = Fastify()
  await serveClient(app, folder)
  ends.push(async () => {
    await app.close()
    await rm(folder, { recursive: true })
  })
  return app
}

const BUILT = { 'index.html': '<title>Tandem</title>', 'sw.js': '//', 'assets/app-1a2b.js': 'start()' }

test.for(['/', '/home', '/j/1/2', '/join/abc_DEF-123', '/unsubscribe/WyJhIl0.Zm9yZ2VkLXNpZ25hdHVyZS1vZi00My1jaGFyYWN0ZXJz'])(
  '%s is the app’s one page, never kept',
  async (url) => {
    const answer = await (await serving(BUILT)).inject({ url })
    expect(answer.statusCode).toBe(200)
    expect(answer.body).toContain('<title>Tandem</title>')
    expect(answer.headers['cache-control']).toBe('no-cache')
  },
)

test('what is named by its content is kept for a year', async () => {
  const answer = await (await serving(BUILT)).inject({ url: '/assets/app-1a2b.js' })
  expect(answer.headers['cache-control']).toContain('immutable')
})

test('the service worker is asked for each time', async () => {
  const answer = await (await serving(BUILT)).inject({ url: '/sw.js' })
  expect(answer.headers['cache-control']).toBe('no-cache')
})

test.for(['/assets/gone.js', '/api/nothing', '/sync/nothing', '/favicon.ico'])('%s is not the page', async (url) => {
  const answer = await (await serving(BUILT)).inject({ url })
  expect(answer.statusCode).toBe(404)
  expect(answer.json()).toMatchObject({ code: 'unknown-route' })
})

test('a page cannot be posted to', async () => {
  const answer = await (await serving(BUILT)).inject({ method: 'POST', url: '/home' })
  expect(answer.json()).toMatchObject({ code: 'unknown-route' })
})

test('files outside the folder stay there', async () => {
  const answer = await (await serving(BUILT)).inject({ url: '/..%2f..%2fetc/passwd' })
  expect(answer.body).not.toContain('root:')
})

test('without a built client every page says what to do', async () => {
  const answer = await (await serving({})).inject({ url: '/home' })
  expect(answer.statusCode).toBe(503)
  expect(answer.body).toContain('pnpm build')
})
