/** From a key going down in one real browser to the letter in the page of another person's, on one machine. */
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../../support/browser.ts'
import { pair } from '../../support/people.ts'
import { atMost } from '../goals.ts'
import { EDITOR, hasBrowser, newTab, openJournal } from '../open-in-browser.ts'
import type { Bench, Row, Scenario } from '../scenario.ts'
import { median, percentile } from '../statistics.ts'
import { measureEach } from '../systems/start-systems.ts'
import type { RunningSystem } from '../systems/system.ts'
import { tandem } from '../systems/tandem.ts'
import { typeAndWatch } from '../type-and-watch.ts'

export const keystroke: Scenario = {
  name: 'keystroke',
  title: 'keystroke to the other browser’s DOM, two Chromium profiles, the fresh-start template',
  run: async (bench) => (hasBrowser(bench, 'keystroke') ? measureKeystrokes(bench) : []),
}

async function measureKeystrokes(bench: Bench): Promise<Row[]> {
  const medians: number[] = []
  const tails: number[] = []
  await measureEach(bench, [tandem], async (_system, server) => {
    const browser = await launchBrowser()
    try {
      const { ben, ana } = await openPair(browser, server)
      for (let repetition = 0; repetition < bench.repetitions; repetition += 1) {
        const latencies = await typeAndWatch(ben, ana, bench.isQuick ? 40 : 150)
        medians.push(median(latencies))
        tails.push(percentile(latencies, 0.95))
      }
    } finally {
      await browser.close()
    }
  })
  return [
    { figure: 'median', unit: 'ms', values: new Map([['Tandem', median(medians)]]), goals: [atMost(15)] },
    { figure: 'p95', unit: 'ms', values: new Map([['Tandem', median(tails)]]), goals: [atMost(40)] },
  ]
}

async function openPair(browser: Browser, server: RunningSystem): Promise<{ ben: Page; ana: Page }> {
  const address = `http://127.0.0.1:${server.port}`
  const people = await pair(address, { template: 'fresh-start' })
  const [ben, ana] = [await newTab(browser, people.ben), await newTab(browser, people.ana)]
  await openJournal(ben, people.ben, people.journal)
  await openJournal(ana, people.ana, people.journal)
  await ben.locator(EDITOR).click()
  await ben.keyboard.press('Control+End')
  await ben.keyboard.press('Enter')
  return { ben, ana }
}
