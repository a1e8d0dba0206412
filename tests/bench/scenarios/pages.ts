/** Large pages and large journals in a real browser: how long until one can read and write, and how long a key takes to be seen. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../../support/browser.ts'
import { pair, type TestJournal, type TestPerson } from '../../support/people.ts'
import { atMost, type Goal } from '../goals.ts'
import { EDITOR, hasBrowser, newTab, openJournal } from '../open-in-browser.ts'
import type { Bench, Row, Scenario } from '../scenario.ts'
import { median, percentile } from '../statistics.ts'
import { type PageSizes, seedPages } from '../systems/seed-pages.ts'
import { settle } from '../systems/settle.ts'
import { measureEach } from '../systems/start-systems.ts'
import type { RunningSystem } from '../systems/system.ts'
import { tandem } from '../systems/tandem.ts'
import { typeAndPaint, typeAndWatch } from '../type-and-watch.ts'

const LARGE_PAGE: PageSizes = { pages: 1, blocks: 1000, wordsInBlock: 12 }
/** How long a room stays open after the last one left, and some more. */
const ROOM_CLOSES_MS = 7000
/** Some 2.2 MB as Yjs encodes it. */
const LARGE_JOURNAL: PageSizes = { pages: 200, blocks: 60, wordsInBlock: 24 }

export const pages: Scenario = {
  name: 'pages',
  title: 'a page of 1,000 blocks, and a journal of 200 pages and 2 MB, in a browser that has never been here',
  run: async (bench) => (hasBrowser(bench, 'pages') ? measurePages(bench) : []),
}

async function measurePages(bench: Bench): Promise<Row[]> {
  const rows: Row[] = []
  await measureEach(bench, [tandem], async (_system, server) => {
    const browser = await launchBrowser()
    try {
      rows.push(...(await measureLargePage(bench, browser, server)), ...(await measureLargeJournal(bench, browser, server)))
    } finally {
      await browser.close()
    }
  })
  return rows
}

async function measureLargePage(bench: Bench, browser: Browser, server: RunningSystem): Promise<Row[]> {
  const { ben, ana, journal } = await seeded(server, LARGE_PAGE)
  const opened: number[] = []
  for (let repetition = 0; repetition < bench.repetitions; repetition += 1)
    opened.push(await openCold(browser, { person: ana, journal, blocks: LARGE_PAGE.blocks }))
  const keys = bench.isQuick ? 40 : 150
  const writer = await newTab(browser, ben)
  await openJournal(writer, ben, journal)
  await placeCaret(writer)
  await typeAndPaint(writer, keys)
  // Alone: the other's browser would draw on the same processor.
  const own: (readonly number[])[] = []
  for (let repetition = 0; repetition < bench.repetitions; repetition += 1) own.push(await typeAndPaint(writer, keys))
  const reader = await newTab(browser, ana)
  await openJournal(reader, ana, journal)
  const others: (readonly number[])[] = []
  for (let repetition = 0; repetition < bench.repetitions; repetition += 1) others.push(await typeAndWatch(writer, reader, keys))
  return [
    figure('1,000 blocks: opened', median(opened), [atMost(1500)]),
    figure('a key is painted, median', median(own.map(median)), [atMost(16)]),
    figure('a key is painted, p95', median(own.map((times) => percentile(times, 0.95)))),
    figure('a key in the other’s DOM, median', median(others.map(median))),
  ]
}

async function measureLargeJournal(bench: Bench, browser: Browser, server: RunningSystem): Promise<Row[]> {
  const { ana, journal } = await seeded(server, LARGE_JOURNAL)
  const opened: number[] = []
  for (let repetition = 0; repetition < bench.repetitions; repetition += 1)
    opened.push(await openCold(browser, { person: ana, journal, blocks: LARGE_JOURNAL.blocks }))
  return [figure('200 pages, 2 MB: opened', median(opened), [atMost(2000)])]
}

/** A journal nobody has open, as the next one to come finds it. */
async function seeded(server: RunningSystem, sizes: PageSizes): ReturnType<typeof pair> {
  const people = await pair(`http://127.0.0.1:${server.port}`)
  await seedPages(people.ben, people.journal, sizes)
  await sleep(ROOM_CLOSES_MS)
  await settle(server)
  return people
}

function figure(name: string, value: number, goals: readonly Goal[] = []): Row {
  return { figure: name, unit: 'ms', values: new Map([['Tandem', value]]), goals }
}

interface Opening {
  readonly person: TestPerson
  readonly journal: TestJournal
  readonly blocks: number
}

/** From the address being asked for to the last block painted on a page that can be written, ms. */
async function openCold(browser: Browser, { person, journal, blocks }: Opening): Promise<number> {
  const tab = await newTab(browser, person)
  await tab.addInitScript(notePainted, { editor: EDITOR, blocks })
  await tab.goto(`${person.address}/j/${journal.id}`)
  const painted = await tab.waitForFunction(() => (globalThis as { painted?: number }).painted)
  const millis = (await painted.jsonValue()) ?? Number.NaN
  await tab.context().close()
  return millis
}

/** In the page: when so many blocks were painted, ms since the navigation began. */
function notePainted({ editor, blocks }: { readonly editor: string; readonly blocks: number }): void {
  const observer = new MutationObserver(() => {
    if (document.querySelectorAll(`${editor} > .entry`).length < blocks) return
    observer.disconnect()
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', () => Object.assign(globalThis, { painted: performance.now() }))
      port1.start()
      port2.postMessage(0)
    })
  })
  observer.observe(document, { childList: true, subtree: true })
}

/** Into the middle of the page: what stands below moves too. */
async function placeCaret(writer: Page): Promise<void> {
  await writer
    .locator(`${EDITOR} > .entry`)
    .nth(LARGE_PAGE.blocks / 2 + 5)
    .click()
  await writer.keyboard.press('End')
}
