/** Opening a journal after a long while: until the page stands there with everything that is new on it lit, and the line above says how much that is. */
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../../support/browser.ts'
import { pair, type TestJournal, type TestPerson } from '../../support/people.ts'
import { atMost, type Goal } from '../goals.ts'
import { hasBrowser, newTab } from '../open-in-browser.ts'
import type { Bench, Row, Scenario } from '../scenario.ts'
import { median } from '../statistics.ts'
import { seedNews } from '../systems/seed-news.ts'
import { seedPages } from '../systems/seed-pages.ts'
import { measureEach } from '../systems/start-systems.ts'
import type { RunningSystem } from '../systems/system.ts'
import { tandem } from '../systems/tandem.ts'

/** Every line of it is reworded. */
const JOURNAL = { pages: 2, blocks: 1000, wordsInBlock: 12 }
const MOST_MS = 1000

export const comingBack: Scenario = {
  name: 'coming-back',
  title: 'a journal with 2,000 unseen changes, half of them on the page that opens, in a real browser: until all of it is lit and the line says so',
  run: async (bench) => (hasBrowser(bench, 'coming-back') ? measureComingBack(bench) : []),
}

async function measureComingBack(bench: Bench): Promise<Row[]> {
  const rows: Row[] = []
  await measureEach(bench, [tandem], async (_system, server) => {
    const browser = await launchBrowser()
    try {
      rows.push(...(await measureIn(browser, server, bench.repetitions)))
    } finally {
      await browser.close()
    }
  })
  return rows
}

async function measureIn(browser: Browser, server: RunningSystem, repetitions: number): Promise<Row[]> {
  const { ben, ana, journal } = await pair(`http://127.0.0.1:${server.port}`)
  await seedPages(ben, journal, JOURNAL)
  await seedNews({ journal, writer: ben, reader: ana })
  const [first, again, steps]: [Opened[], Opened[], number[]] = [[], [], []]
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    const tab = await newTab(browser, ana)
    first.push(await open(tab, ana, journal))
    steps.push(await step(tab))
    again.push(await open(tab, ana, journal))
    await tab.context().close()
  }
  return [
    row('in the browser one uses, from the page’s own words to all of it lit and told', median(again.map(({ shown, words }) => shown - words)), [
      atMost(MOST_MS),
    ]),
    row('in the browser one uses, from the address being asked for', median(again.map(({ shown }) => shown))),
    row('in a browser that has never been here, from the page’s own words', median(first.map(({ shown, words }) => shown - words)), [atMost(MOST_MS)]),
    row('in a browser that has never been here, from the address being asked for', median(first.map(({ shown }) => shown))),
    row('J: until the next change is before one’s eyes', median(steps), [atMost(100)]),
  ]
}

function row(figure: string, value: number, goals: readonly Goal[] = []): Row {
  return { figure, unit: 'ms', values: new Map([['Tandem', value]]), goals }
}

/** Ms since the address was asked for. */
interface Opened {
  /** Until all lines of the page were there. */
  readonly words: number
  /** Until every changed line was painted as one and the line above the page said how many there are. */
  readonly shown: number
}

async function open(tab: Page, person: TestPerson, journal: TestJournal): Promise<Opened> {
  await tab.addInitScript(noteShown, { changed: JOURNAL.blocks, told: `${(JOURNAL.pages * JOURNAL.blocks).toLocaleString('en')} changes` })
  await tab.goto(`${person.address}/j/${journal.id}`)
  const opened = await tab.waitForFunction(() => (globalThis as { opened?: Opened }).opened)
  return (await opened.jsonValue()) ?? { words: Number.NaN, shown: Number.NaN }
}

interface Shown {
  readonly changed: number
  readonly told: string
}

/** In the page. */
function noteShown({ changed, told }: Shown): void {
  let words: number | undefined
  const observer = new MutationObserver(() => {
    if (document.querySelectorAll('[data-id]').length >= changed) words ??= performance.now()
    const line = document.querySelector('section[aria-label="What changed"]')?.textContent
    if (!line?.includes(told) || document.querySelectorAll('.change').length < changed) return
    observer.disconnect()
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', () => Object.assign(globalThis, { opened: { words, shown: performance.now() } }))
      port1.start()
      port2.postMessage(0)
    })
  })
  observer.observe(document, { childList: true, subtree: true, characterData: true, attributes: true })
}

async function step(tab: Page): Promise<number> {
  await tab.locator('body').press('j')
  await tab.locator('[data-change-current]').waitFor()
  return tab.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const begun = performance.now()
        const observer = new MutationObserver(() => {
          observer.disconnect()
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begun)))
        })
        observer.observe(document.body, { attributeFilter: ['data-change-current'], subtree: true })
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }))
      }),
  )
}
