/** `pnpm gallery [look or state…]`: every screen in every state, light and dark, wide and on a phone, into shots/, to be looked at; what axe finds and what is wider than its window is told, and ends it with 1. Needs a built client and Chromium. */
import '@tandem/client/words/testing/speak-english.ts'
import { catchUpWords } from '@tandem/client/words/catch-up.ts'
import { commentWords } from '@tandem/client/words/comments.ts'
import { words } from '@tandem/client/words/words.ts'
import { confirmToken } from '@tandem/server/auth/confirm-email.ts'
import { unsubscribeToken } from '@tandem/server/notifications/mail/unsubscribe-token.ts'
import type { JournalId, PersonId } from '@tandem/shared/ids.ts'
import { mkdir, readFile } from 'node:fs/promises'
import type { BrowserContext, Page } from 'playwright-core'
import { launchBrowser } from '../support/browser.ts'
import type { TestPerson } from '../support/people.ts'
import { startServer } from '../support/server.ts'
import { ROOT } from '../support/steps.ts'
import { galleryJournal } from './gallery-journal.ts'
import { findViolations, LOOKS, overflow } from './inspect-screen.ts'
import { blockWith, placeCaret } from './page-words.ts'
import { pageEditor } from './screen-steps.ts'

const FOLDER = `${ROOT}shots/`
/** The narrowest and the widest window that must hold, beside the four looks. */
const MORE_LOOKS = [
  { name: 'narrow', options: { colorScheme: 'light', viewport: { width: 320, height: 640 }, hasTouch: true } },
  { name: 'widest', options: { colorScheme: 'dark', viewport: { width: 2560, height: 1300 } } },
] as const
let problems = 0
const VIEWS = new Set(['actions', 'goals', 'agreement', 'topics'])

const wanted = process.argv.slice(2)
await mkdir(FOLDER, { recursive: true })
// A mail server that is not there: the settings show mail, and what came of it.
const server = await startServer({ env: { SMTP_URL: 'smtp://127.0.0.1:9' } })
const browser = await launchBrowser()
const { ben, ana, vera, journal, archived, page: first, archivedPage, invitation, goOn } = await galleryJournal(server.address)
const secret = (await readFile(`${server.dataDir}/sign-in-secret`, 'utf8')).trim()
const at = (path = '') => `/j/${journal.id}${path}`

interface State {
  readonly name: string
  readonly who: TestPerson | undefined
  readonly path: string
  /** Brings it about. */
  readonly act?: (page: Page) => Promise<unknown>
}

const opened = (page: Page) => pageEditor(page).waitFor()
const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click()
const keys = (key: string) => async (page: Page) => {
  await opened(page)
  await page.keyboard.press(key)
  await page.getByRole('dialog').first().waitFor()
}
const find = (what: string) => async (page: Page) => {
  await keys('Control+k')(page)
  await page.keyboard.type(what)
  await page.getByRole('dialog').getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
}
const begin = (typed: string) => async (page: Page) => {
  await placeCaret(blockWith(page, 'The obstacle'))
  await page.keyboard.press('Enter')
  await page.keyboard.type(typed)
}
const facts = (text: string) => async (page: Page) => {
  await opened(page)
  await blockWith(page, text).locator('.entry-facts').click()
}

const STATES: readonly State[] = [
  { name: 'sign-in', who: undefined, path: '/sign-in' },
  { name: 'sign-up', who: undefined, path: '/sign-up' },
  { name: 'sign-in-refused', who: undefined, path: '/sign-in', act: press(words.signIn.submit) },
  { name: 'join', who: undefined, path: new URL(invitation).pathname },
  { name: 'join-broken', who: undefined, path: '/join/nobodyhasevermadethistoken' },
  { name: 'not-found', who: ana, path: '/nowhere' },
  { name: 'journal-unknown', who: ana, path: '/j/0199f3a0-0000-7000-8000-000000000000' },
  { name: 'home', who: ana, path: '/' },
  { name: 'home-menu', who: ben, path: '/', act: (page) => page.getByRole('button', { name: words.home.more('Ana & Ben') }).click() },
  {
    name: 'home-palette',
    who: ben,
    path: '/',
    act: async (page) => {
      await page.getByRole('button', { name: words.home.more('Ana & Ben') }).waitFor()
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox').waitFor()
    },
  },
  {
    name: 'home-rename',
    who: ben,
    path: '/',
    act: async (page) => {
      await page.getByRole('button', { name: words.home.more('Ana & Ben') }).click()
      await page.getByRole('menuitem', { name: words.home.rename }).click()
    },
  },
  { name: 'home-loading', who: ana, path: '/', act: (page) => stall(page, '**/api/journals') },
  { name: 'new-journal', who: ana, path: '/new' },
  { name: 'settings', who: ana, path: '/settings', act: (page) => page.getByRole('heading', { name: words.settings.appearance }).waitFor() },
  { name: 'settings-kept', who: ben, path: '/settings' },
  { name: 'inbox', who: ana, path: '/inbox' },
  { name: 'inbox-archive', who: ana, path: '/inbox/archive' },
  { name: 'inbox-empty', who: vera, path: '/inbox' },
  { name: 'confirm', who: undefined, path: `/confirm/${await confirmToken(secret, { person: ben.id as PersonId, email: ben.email ?? '' })}` },
  { name: 'confirm-broken', who: undefined, path: `/confirm/${'x'.repeat(40)}`, act: press(words.telling.confirm.action) },
  { name: 'unsubscribe', who: undefined, path: `/unsubscribe/${unsubscribeToken(secret, { person: ben.id as PersonId, journal: journal.id as JournalId })}` },
  { name: 'unsubscribe-broken', who: undefined, path: `/unsubscribe/${'x'.repeat(40)}.${'y'.repeat(43)}` },
  { name: 'journal', who: ana, path: at() },
  { name: 'journal-mentor', who: ben, path: at() },
  { name: 'journal-loading', who: ana, path: at(), act: (page) => stall(page, `**/api/journals/${journal.id}`) },
  { name: 'change', who: ana, path: at(), act: async (page) => page.getByRole('button', { name: catchUpWords.next }).click() },
  { name: 'changes', who: ana, path: at(), act: async (page) => page.getByRole('button', { name: catchUpWords.by('Ben') }).click() },
  { name: 'change-since', who: ben, path: at(), act: press(catchUpWords.open) },
  { name: 'goal', who: ana, path: at(), act: facts('Lead the') },
  { name: 'expectation', who: ana, path: at(), act: facts('Ben answers') },
  { name: 'action', who: ana, path: at(), act: facts('Read the chapter') },
  { name: 'topic', who: ana, path: at(), act: facts('How do I') },
  { name: 'slash', who: ana, path: at(), act: begin('/') },
  {
    name: 'selected',
    who: ana,
    path: at(),
    act: async (page) => blockWith(page, 'Every second').click({ clickCount: 3 }),
  },
  { name: 'mention', who: ana, path: at(), act: begin('@') },
  { name: 'goal-link', who: ana, path: at(), act: begin('#') },
  { name: 'capture', who: ana, path: at(), act: begin('/a Write to her next tue') },
  {
    name: 'block-menu',
    who: ana,
    path: at(),
    act: async (page) => {
      await placeCaret(blockWith(page, 'The obstacle'))
      await page.keyboard.press('Control+.')
      await page.getByRole('menuitem').first().waitFor()
    },
  },
  { name: 'comments', who: ana, path: at(), act: press(commentWords.title) },
  { name: 'people', who: ben, path: at(), act: press(words.journal.screen.peopleShort) },
  { name: 'saved', who: ana, path: at(), act: press(words.journal.save.details) },
  { name: 'palette', who: ana, path: at(), act: keys('Control+k') },
  { name: 'keys', who: ana, path: at(), act: find('Keyboard') },
  { name: 'templates', who: ana, path: at(), act: find('template') },
  { name: 'save-template', who: ana, path: at(), act: find('Save this page') },
  { name: 'plan', who: ana, path: at(), act: find('plan') },
  { name: 'actions', who: ana, path: at('/actions') },
  { name: 'goals', who: ana, path: at('/goals') },
  { name: 'agreement', who: ana, path: at('/agreement') },
  { name: 'topics', who: ana, path: at('/topics') },
  { name: 'read-only', who: vera, path: at() },
  { name: 'archived-page', who: ana, path: at(`/${archivedPage}`) },
  { name: 'archived', who: ana, path: `/j/${archived.id}` },
]

/** One call is never answered. */
async function stall(page: Page, call: string): Promise<void> {
  await page.route(call, () => undefined)
  await page.evaluate(() => localStorage.clear())
  await page.reload({ waitUntil: 'commit' })
  await page.locator('#root > *').first().waitFor({ state: 'attached' })
}

async function enter(context: BrowserContext, who: TestPerson | undefined): Promise<void> {
  await context.clearCookies()
  const cookies = who?.cookie.split('; ').map((cookie) => ({ name: cookie.slice(0, cookie.indexOf('=')), value: cookie.slice(cookie.indexOf('=') + 1) })) ?? []
  await context.addCookies(cookies.map((cookie) => ({ ...cookie, url: server.address })))
}

async function take(page: Page, name: string): Promise<void> {
  // Shapes of what comes, letters that load and cards that find their place: what is still is what people see.
  await page.evaluate(() => document.fonts.ready)
  await page.waitForTimeout(600)
  await page.screenshot({ path: `${FOLDER}${name}.png` })
  tell(name, await findViolations(page))
  const tooWide = await overflow(page)
  if (tooWide > 0) tell(name, [`${tooWide} px wider than the window`])
}

function tell(name: string, found: readonly string[]): void {
  problems += found.length
  for (const one of found) console.error(`${name}: ${one}`)
}

// Ana looks once, so that what comes after is news.
const before = await browser.newContext({ baseURL: server.address })
await enter(before, ana)
const looking = await before.newPage()
await looking.goto(at())
await Promise.all([looking.waitForResponse(/\/seen$/), opened(looking)])
await before.close()
await goOn()

const isWanted = (named: readonly { readonly name: string }[]) => named.some(({ name }) => wanted.includes(name))
const all = [...LOOKS, ...MORE_LOOKS]
const looks = isWanted(all) ? all.filter(({ name }) => wanted.includes(name)) : all
const states = isWanted(STATES) ? STATES.filter(({ name }) => wanted.includes(name)) : STATES
const left: { readonly page: Page; readonly look: string }[] = []
for (const { name: look, options } of looks) {
  for (const { name, who, path, act } of states) {
    const context = await browser.newContext({
      baseURL: server.address,
      reducedMotion: 'reduce',
      locale: 'en-GB',
      viewport: { width: 1280, height: 860 },
      ...options,
    })
    try {
      await enter(context, who)
      const page = await context.newPage()
      page.setDefaultTimeout(8_000)
      await page.goto(path)
      if (path.startsWith('/j/') && !/unknown|loading/.test(name)) await (VIEWS.has(name) ? page.locator('main h1:not(.only-heard)').waitFor() : opened(page))
      await act?.(page)
      await take(page, `${look}-${name}`)
    } catch (error) {
      tell(`${look}-${name}`, [error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)])
    }
    await context.close()
  }
  const context = await browser.newContext({
    baseURL: server.address,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    viewport: { width: 1280, height: 860 },
    ...options,
  })
  await enter(context, ana)
  const page = await context.newPage()
  await page.goto(at(`/${first}`))
  await opened(page)
  left.push({ page, look })
}

await server.kill()
for (const { page, look } of left) {
  await placeCaret(blockWith(page, 'The obstacle'))
  await page.keyboard.type(' Really.')
  await page.waitForTimeout(6_000)
  await take(page, `${look}-offline`)
}
await browser.close()
await server.stop()
console.log(FOLDER)
process.exitCode = problems > 0 ? 1 : 0
