/** Typing on a page whose margin is full, against the same page without threads. */
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../../support/browser.ts'
import { pair } from '../../support/people.ts'
import { atMost } from '../goals.ts'
import { EDITOR, hasBrowser, newTab, openJournal } from '../open-in-browser.ts'
import type { Bench, Row, Scenario } from '../scenario.ts'
import { median, percentile } from '../statistics.ts'
import { seedPages } from '../systems/seed-pages.ts'
import { seedThreads } from '../systems/seed-threads.ts'
import { measureEach } from '../systems/start-systems.ts'
import type { RunningSystem } from '../systems/system.ts'
import { tandem } from '../systems/tandem.ts'
import { typeAndPaint } from '../type-and-watch.ts'

const THREADS = 300
const PAGE = { pages: 1, blocks: 400, wordsInBlock: 12 }
const MOST_TIMES = 1.2

/** Fast, and so that everything that waits for a pause falls into the pauses between the keys. */
const PACES = [
  { every: 90, shares: [0.5] },
  { every: 300, shares: [0.5, 0.95] },
] as const

export const threads: Scenario = {
  name: 'threads',
  title: `typing on a page of ${PAGE.blocks} blocks with ${THREADS} threads, and on the same page without`,
  run: async (bench) => (hasBrowser(bench, 'threads') ? measureThreads(bench) : []),
}

async function measureThreads(bench: Bench): Promise<Row[]> {
  const rows: Row[] = []
  await measureEach(bench, [tandem], async (_system, server) => {
    const browser = await launchBrowser()
    try {
      rows.push(...(await measureBoth(bench, browser, server)))
    } finally {
      await browser.close()
    }
  })
  return rows
}

async function measureBoth(bench: Bench, browser: Browser, server: RunningSystem): Promise<Row[]> {
  const [without, full] = [await openPage(browser, server, 0), await openPage(browser, server, THREADS)]
  const rows: Row[] = []
  for (const { every, shares } of PACES) {
    const keys = Math.round((bench.isQuick ? 4000 : 12_000) / every)
    const times = { without: [] as (readonly number[])[], full: [] as (readonly number[])[] }
    for (const tab of [without, full]) await typeAndPaint(tab, keys, every)
    for (let repetition = 0; repetition < bench.repetitions; repetition += 1) {
      times.without.push(await typeAndPaint(without, keys, every))
      times.full.push(await typeAndPaint(full, keys, every))
    }
    for (const share of shares) {
      const of = (measured: readonly (readonly number[])[]) => median(measured.map((each) => percentile(each, share)))
      const what = `a key every ${every} ms, ${share === 0.5 ? 'median' : `p${share * 100}`}`
      rows.push(row(`${what}, without threads`, 'ms', of(times.without)), row(`${what}, with ${THREADS}`, 'ms', of(times.full)))
      rows.push({ ...row(`${what}: with ÷ without`, '×', of(times.full) / of(times.without)), goals: [atMost(MOST_TIMES)] })
    }
  }
  return rows
}

function row(figure: string, unit: string, value: number): Row {
  return { figure, unit, values: new Map([['Tandem', value]]), goals: [] }
}

/** Ben at a page on which Ana has begun so many threads; the caret stands in the middle, in words that a thread hangs on where there are any. */
async function openPage(browser: Browser, server: RunningSystem, count: number): Promise<Page> {
  const { ben, ana, journal } = await pair(`http://127.0.0.1:${server.port}`)
  await seedPages(ben, journal, PAGE)
  await seedThreads(ana, journal, count)
  const tab = await newTab(browser, ben)
  await openJournal(tab, ben, journal)
  const line = tab.locator(`${EDITOR} > .entry`).nth(PAGE.blocks / 2 + 5)
  await line.scrollIntoViewIfNeeded()
  if (count > 0)
    await tab
      .locator('[data-thread]')
      .nth(count - 1)
      .waitFor({ state: 'attached' })
  await line.click()
  await tab.keyboard.press('Home')
  for (let index = 0; index < 8; index += 1) await tab.keyboard.press('ArrowRight')
  return tab
}
