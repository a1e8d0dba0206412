/** What somebody waits for who opens Tandem: the home screen comes with little, and with nothing of the editor. */
import { readdir, readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { signUp } from '../support/people.ts'
import { ROOT } from '../support/steps.ts'
import { openScene } from './scene.ts'

/** Of script, as it is sent. */
const MOST_BYTES = 150_000

/** What is only in the program of the editor. */
const EDITOR = /prosemirror|tiptap/i

async function textOf(path: string): Promise<string> {
  return readFile(`${ROOT}client/dist${path}`, 'utf8')
}

test('the home screen comes with no more than 150 kB of script, whatever it loads before it is still, in the language with the longest words', {
  timeout: 240_000,
}, async () => {
  await using scene = await openScene()
  const ana = await signUp(scene.server.address, 'Ana')
  const context = await scene.browser.newContext({ locale: 'de-DE' })
  const [name = '', value = ''] = ana.cookie.split('; ')[0]?.split('=', 2) ?? []
  await context.addCookies([{ name, value, url: scene.server.address }])
  const page = await context.newPage()
  const scripts = new Set<string>()
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    // The worker that keeps the program for offline use fetches all of it later, and is no part of the screen.
    if (pathname.startsWith('/assets/') && pathname.endsWith('.js') && !request.serviceWorker()) scripts.add(pathname)
  })
  await page.goto(scene.server.address, { waitUntil: 'networkidle' })
  await page.getByRole('heading', { level: 1 }).waitFor()
  const sizes = await Promise.all([...scripts].map(async (path) => gzipSync(await readFile(`${ROOT}client/dist${path}`), { level: 9 }).length))
  expect(scripts.size).toBeGreaterThan(5)
  expect(sizes.reduce((all, size) => all + size, 0)).toBeLessThanOrEqual(MOST_BYTES)
  const built = (await readdir(`${ROOT}client/dist/assets`)).filter((file) => file.endsWith('.js')).map((file) => `/assets/${file}`)
  const ofEditor: string[] = []
  for (const path of built) if (EDITOR.test(await textOf(path))) ofEditor.push(path)
  expect(ofEditor.length).toBeGreaterThan(0)
  expect(ofEditor.filter((path) => scripts.has(path))).toEqual([])
})
