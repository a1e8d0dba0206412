/** People of the API in real browsers: a fresh profile with their cookie, and a journal on the screen. */
import { existsSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { findChromium } from '../support/browser.ts'
import type { TestJournal, TestPerson } from '../support/people.ts'
import type { Bench } from './scenario.ts'

const CLIENT = new URL('../../client/dist/index.html', import.meta.url).pathname

/** The words of a page, as they can be written. */
export const EDITOR = '[role=textbox][aria-multiline=true]'

/** Whether browsers can be measured here; tells what is missing. */
export function hasBrowser(bench: Bench, scenario: string): boolean {
  if (!findChromium()) bench.note(`${scenario}: Chromium is missing (see CHROMIUM in tests/support/browser.ts).`)
  else if (!existsSync(CLIENT)) bench.note(`${scenario}: the client is not built (pnpm run build).`)
  else return true
  return false
}

/** A tab of a browser that has never been here: nothing in its cache and nothing on its device. */
export async function newTab(browser: Browser, person: TestPerson): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: 'reduce' })
  await context.addCookies(person.cookie.split('; ').map((cookie) => ({ ...nameAndValue(cookie), url: person.address })))
  return context.newPage()
}

/** Resolves when the page can be written. */
export async function openJournal(tab: Page, person: TestPerson, journal: TestJournal): Promise<void> {
  await tab.goto(`${person.address}/j/${journal.id}`)
  await tab.locator(EDITOR).waitFor()
}

function nameAndValue(cookie: string): { name: string; value: string } {
  const at = cookie.indexOf('=')
  return { name: cookie.slice(0, at), value: cookie.slice(at + 1) }
}
