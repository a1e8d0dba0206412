/** From a key going down in one real browser to the letter in the page of another person's, on one machine. */
import { existsSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { findChromium, launchBrowser } from '../../support/browser.ts'
import { pair, type TestJournal, type TestPerson } from '../../support/people.ts'
import { atMost } from '../goals.ts'
import type { Bench, Row, Scenario } from '../scenario.ts'
import { median, percentile } from '../statistics.ts'
import { measureEach } from '../systems/start-systems.ts'
import type { RunningSystem } from '../systems/system.ts'
import { tandem } from '../systems/tandem.ts'

const CLIENT = new URL('../../../client/dist/index.html', import.meta.url).pathname
const EDITOR = '[role=textbox][aria-multiline=true]'
/** A key the template's words do not hold, so that counting it counts what was typed. */
const KEY = '7'
const BETWEEN_KEYS_MS = 90

export const keystroke: Scenario = {
  name: 'keystroke',
  title: 'keystroke to the other browser’s DOM, two Chromium profiles, the fresh-start template',
  run: async (bench) => {
    if (!findChromium()) bench.note('keystroke: Chromium is missing (see CHROMIUM in tests/support/browser.ts).')
    else if (!existsSync(CLIENT)) bench.note('keystroke: the client is not built (pnpm run build).')
    else return measureKeystrokes(bench)
    return []
  },
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
  const [ben, ana] = [await openJournal(browser, people.ben, people.journal), await openJournal(browser, people.ana, people.journal)]
  await ben.locator(EDITOR).click()
  await ben.keyboard.press('Control+End')
  await ben.keyboard.press('Enter')
  return { ben, ana }
}

async function openJournal(browser: Browser, person: TestPerson, journal: TestJournal): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: 'reduce' })
  await context.addCookies(person.cookie.split('; ').map((cookie) => ({ ...nameAndValue(cookie), url: person.address })))
  const page = await context.newPage()
  await page.goto(`${person.address}/j/${journal.id}`)
  await page.locator(EDITOR).waitFor()
  return page
}

function nameAndValue(cookie: string): { name: string; value: string } {
  const at = cookie.indexOf('=')
  return { name: cookie.slice(0, at), value: cookie.slice(at + 1) }
}

/** Types at a fast person's pace and gives the ms from each key to its letter on the other side. Both browsers read the same clock. */
async function typeAndWatch(writer: Page, reader: Page, keys: number): Promise<number[]> {
  // Both watch before the first key goes down.
  const presses = await writer.locator(EDITOR).evaluateHandle(noteKeys, { key: KEY, keys })
  const arrivals = await reader.locator(EDITOR).evaluateHandle(watchKey, { key: KEY, keys })
  await writer.keyboard.type(KEY.repeat(keys), { delay: BETWEEN_KEYS_MS })
  const pressedAt = await presses.evaluate(({ times }) => times)
  const arrivedAt = await arrivals.evaluate(({ times }) => times)
  return pressedAt.map((at, index) => (arrivedAt[index] ?? Number.NaN) - at)
}

interface Watched {
  readonly key: string
  readonly keys: number
}

/** A promise in an object, so that the page can be asked for it later. */
interface Noted {
  readonly times: Promise<number[]>
}

/** In the page: when each of so many keys went down. */
function noteKeys(_editor: Element, { key, keys }: Watched): Noted {
  const noted = new Promise<number[]>((resolve) => {
    const times: number[] = []
    const note = (event: KeyboardEvent) => {
      if (event.key === key) times.push(performance.timeOrigin + performance.now())
      if (times.length < keys) return
      window.removeEventListener('keydown', note, true)
      resolve(times)
    }
    window.addEventListener('keydown', note, true)
  })
  return { times: noted }
}

/** In the page: when each of so many letters had come into the editor. Fails when they have not within a minute. */
function watchKey(editor: Element, { key, keys }: Watched): Noted {
  const count = () => (editor.textContent ?? '').split(key).length - 1
  const noted = new Promise<number[]>((resolve, reject) => {
    setTimeout(() => reject(new Error('What was typed did not arrive.')), 60_000)
    const before = count()
    const times: number[] = []
    const observer = new MutationObserver(() => {
      const now = performance.timeOrigin + performance.now()
      for (const seen = count() - before; times.length < seen; ) times.push(now)
      if (times.length < keys) return
      observer.disconnect()
      resolve(times)
    })
    observer.observe(editor, { childList: true, characterData: true, subtree: true })
  })
  return { times: noted }
}
