/** Two people in a journal of their own, who write to each other while elsewhere a lot happens: how long each keystroke takes to arrive. */
import * as Y from 'yjs'
import { eventually } from '../support/eventually.ts'
import { pair } from '../support/people.ts'
import { openWire } from '../support/wire-client.ts'
import { updateOf } from './update-of.ts'

export interface Delays {
  readonly count: number
  /** Milliseconds from one person's keystroke to the other's screen, stored on the way. */
  readonly median: number
  readonly worstOfHundred: number
  readonly worst: number
}

export interface Bystanders {
  /** What was measured since the last time this was asked. */
  delays(): Delays
  /** Resolves when the last keystroke has arrived. */
  stop(): Promise<void>
}

/** They write one keystroke after the other, with a short pause between; resolves when the first has arrived. */
export async function startBystanders(address: string, pause = 20): Promise<Bystanders> {
  const { ben, ana, journal } = await pair(address)
  const writes = await openWire(ana, journal)
  const hears = await openWire(ben, journal)
  await writes.join()
  await hears.join()
  const doc = new Y.Doc()
  const text = doc.getText('scratch')
  let measured: number[] = []
  let isOver = false
  const run = async () => {
    for (let count = 1; ; count++) {
      if (isOver) return
      const from = performance.now()
      writes.sendUpdate(updateOf(doc, () => text.insert(text.length, 'x')))
      while (hears.isOpen && hears.doc.getText('scratch').length < count) await hears.changed()
      // Somebody who had nothing to do with it was closed: that keystroke never arrives.
      measured.push(hears.isOpen ? performance.now() - from : Number.POSITIVE_INFINITY)
      if (!hears.isOpen) return
      await new Promise((resolve) => {
        setTimeout(resolve, pause)
      })
    }
  }
  const running = run()
  await eventually('the first keystroke arrives', () => measured.length > 0)
  return {
    delays: () => {
      const sorted = measured.toSorted((a, b) => a - b)
      measured = []
      const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
      return { count: sorted.length, median: at(0.5), worstOfHundred: at(0.99), worst: sorted.at(-1) ?? 0 }
    },
    stop: async () => {
      isOver = true
      await running
      writes.close()
      hears.close()
    },
  }
}
