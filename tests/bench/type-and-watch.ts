/** Typing in one real browser while another watches: when each letter is painted here, and when it is in the page there. Both read the same clock. */
import type { Page } from 'playwright-core'
import { EDITOR } from './open-in-browser.ts'

/** A key the seeded words do not hold, so that counting it counts what was typed. */
const KEY = '7'
const BETWEEN_KEYS_MS = 90

/** Types at a fast person's pace, where the caret is. Answers how long each letter took from its key going down until it was painted, ms. */
export async function typeAndPaint(writer: Page, keys: number, every = BETWEEN_KEYS_MS): Promise<readonly number[]> {
  const presses = await writer.locator(EDITOR).evaluateHandle(noteKeys, { key: KEY, keys })
  await writer.keyboard.type(KEY.repeat(keys), { delay: every })
  const pressed = await presses.evaluate(({ times }) => times)
  return pressed.map(({ at, paintedAt }) => paintedAt - at)
}

/** The same until it was in the other's page. */
export async function typeAndWatch(writer: Page, reader: Page, keys: number): Promise<readonly number[]> {
  // Both watch before the first key goes down.
  const presses = await writer.locator(EDITOR).evaluateHandle(noteKeys, { key: KEY, keys })
  const arrivals = await reader.locator(EDITOR).evaluateHandle(watchKey, { key: KEY, keys })
  await writer.keyboard.type(KEY.repeat(keys), { delay: BETWEEN_KEYS_MS })
  const pressed = await presses.evaluate(({ times }) => times)
  const arrivedAt = await arrivals.evaluate(({ times }) => times)
  return pressed.map(({ at }, index) => (arrivedAt[index] ?? Number.NaN) - at)
}

interface Watched {
  readonly key: string
  readonly keys: number
}

/** A promise in an object, so that the page can be asked for it later. */
interface Noted<Time> {
  readonly times: Promise<Time[]>
}

interface Scheduler {
  postTask(task: () => void, how: { readonly priority: 'user-blocking' }): Promise<void>
}

/** In the page: when each of so many keys went down, and when the frame it changed was painted. */
function noteKeys(_editor: Element, { key, keys }: Watched): Noted<{ at: number; paintedAt: number }> {
  const noted = new Promise<{ at: number; paintedAt: number }[]>((resolve) => {
    const times: { at: number; paintedAt: number }[] = []
    let pressed = 0
    const note = (event: KeyboardEvent) => {
      if (event.key !== key) return
      const at = performance.timeOrigin + event.timeStamp
      pressed += 1
      if (pressed === keys) window.removeEventListener('keydown', note, true)
      // What is urgent and asked for while a frame is made comes as soon as it has been painted.
      requestAnimationFrame(() => {
        const painted = () => {
          times.push({ at, paintedAt: performance.timeOrigin + performance.now() })
          if (times.length === keys) resolve(times)
        }
        void (globalThis as unknown as { scheduler: Scheduler }).scheduler.postTask(painted, { priority: 'user-blocking' })
      })
    }
    window.addEventListener('keydown', note, true)
  })
  return { times: noted }
}

/** In the page: when each of so many letters had come into the editor. Fails when they have not within a minute. */
function watchKey(editor: Element, { key, keys }: Watched): Noted<number> {
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
