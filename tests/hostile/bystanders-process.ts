/** Two honest people in a room of their own, in a process of their own, so that they wait for the server and not for the attacker: how long a keystroke of one takes to the other. */
import { pair } from '../support/people.ts'
import { writer } from '../relay/scene.ts'
import { openWire } from '../support/wire-client.ts'
import type { Felt } from './bystanders.ts'

const PAUSE_MS = 25

const { ben, ana, journal } = await pair(process.argv[2] ?? '')
const [writes, hears] = [await openWire(ben, journal), await openWire(ana, journal)]
await Promise.all([writes.join(), hears.join()])
const author = writer()
let waits: number[] = []

async function type(): Promise<void> {
  const began = performance.now()
  const heard = hears.changed()
  writes.sendUpdate(author.write('x'))
  await heard
  waits.push(performance.now() - began)
  setTimeout(() => void type(), PAUSE_MS)
}

process.on('message', () => {
  const sorted = waits.toSorted((a, b) => a - b)
  waits = []
  const felt: Felt = { p99: sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN, keystrokes: sorted.length }
  process.send?.(felt)
})
await type()
