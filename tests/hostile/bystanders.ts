/** Two honest people in a room of their own: how long a keystroke of one takes to the other, while whatever happens happens elsewhere. */
import { pair } from '../support/people.ts'
import { writer } from '../relay/scene.ts'
import { openWire } from '../support/wire-client.ts'

const PAUSE_MS = 25

export interface Bystanders {
  /** The 99th percentile in ms of all keystrokes since the last call. */
  takeP99(): { readonly p99: number; readonly keystrokes: number }
  stop(): Promise<void>
}

export async function watchBystanders(address: string): Promise<Bystanders> {
  const { ben, ana, journal } = await pair(address)
  const [writes, hears] = [await openWire(ben, journal), await openWire(ana, journal)]
  await Promise.all([writes.join(), hears.join()])
  const author = writer()
  let waits: number[] = []
  const stopping = new AbortController()
  const typing = (async () => {
    while (!stopping.signal.aborted) {
      const began = performance.now()
      const heard = hears.changed()
      writes.sendUpdate(author.write('x'))
      await heard
      waits.push(performance.now() - began)
      await new Promise((resolve) => {
        setTimeout(resolve, PAUSE_MS)
      })
    }
  })()
  return {
    takeP99: () => {
      const sorted = waits.toSorted((a, b) => a - b)
      waits = []
      return { p99: sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN, keystrokes: sorted.length }
    },
    stop: async () => {
      stopping.abort()
      await typing
      writes.close()
      hears.close()
    },
  }
}
