/** Two people of whom one is behind a line that can be cut. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { LINE_HOST } from '../support/browser.ts'
import { type CuttableProxy, startCuttableProxy } from '../support/cuttable-proxy.ts'
import { blocks, placeCaret, readPage, typeAtCaret } from './page-words.ts'
import type { Scene, Visitor } from './scene.ts'
import { createJournalOnScreen, inviteOnScreen, joinOnScreen, signUpOnScreen, waitUntilSaved } from './screen-steps.ts'

/** What the badge says of words that the server does not have. */
export const ONLY_HERE = /Only on this device \(\d+ edits?\)/

interface Pair {
  readonly ben: Visitor
  readonly ana: Visitor
  /** Ana's way to the server. */
  readonly line: CuttableProxy
}

interface PairOptions {
  /** What happens to Ana's browser before she opens anything. */
  readonly prepareAna?: (ana: Visitor) => Promise<unknown>
}

/** Ben at the server itself, Ana behind a line that can be cut, both in one journal with one sentence in it. */
export async function pairOnLine(scene: Scene, { prepareAna }: PairOptions = {}): Promise<Pair> {
  const port = Number(new URL(scene.server.address).port)
  const line = await startCuttableProxy({ target: () => port, port, host: LINE_HOST })
  const ben = await scene.arrive('Ben')
  const ana = await scene.arrive('Ana', { address: `http://localhost:${port}` })
  await prepareAna?.(ana)
  await signUpOnScreen(ben)
  await createJournalOnScreen(ben, { title: 'Ana & Ben', template: 'blank' })
  await joinOnScreen(ana, await inviteOnScreen(ben))
  await placeCaret(blocks(ben.page).first())
  await typeAtCaret(ben.page, 'We begin.')
  await expect.poll(() => readPage(ana.page)).toEqual(['We begin.'])
  await waitUntilSaved(ana.page)
  return { ben, ana, line }
}

/** Opens the page once more, by then from this device: the app itself is on it once the service worker controls the page. */
export async function worksWithoutNetwork(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.reload()
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true)
}
