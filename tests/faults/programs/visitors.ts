/**
 * `node visitors.ts <file with a VisitPlan>`: many connections at once, in a process of their own, so that what they cost here disturbs nobody who measures.
 * Prints a VisitReport as JSON once all have joined or failed, stays until its input ends, and prints how many are still open then.
 */
import { readFileSync } from 'node:fs'
import { MESSAGE, SYNC } from '@tandem/shared/wire/frames.ts'
import { WebSocket } from 'ws'
import type { VisitPlan, VisitReport } from '../visits.ts'

const [file] = process.argv.slice(2)
if (!file) throw new Error('Name the file with the plan.')
const plan = JSON.parse(readFileSync(file, 'utf8')) as VisitPlan

const STEP1 = Uint8Array.of(MESSAGE.sync, SYNC.step1, 1, 0)
const open = new Set<WebSocket>()
const times: number[] = []
let bytes = 0

/** Resolves with true once the step 2 has come, with false when the connection ended before. */
function visit(address: string, cookie: string): Promise<boolean> {
  const from = performance.now()
  return new Promise((resolve) => {
    const socket = new WebSocket(address, { headers: { cookie }, perMessageDeflate: false })
    socket.on('open', () => {
      open.add(socket)
      socket.send(STEP1)
    })
    socket.on('message', (data: Buffer) => {
      bytes += data.length
      if (data[0] !== MESSAGE.sync || data[1] !== SYNC.step2) return
      times.push(performance.now() - from)
      resolve(true)
    })
    socket.on('error', () => resolve(false))
    socket.on('close', () => {
      open.delete(socket)
      resolve(false)
    })
  })
}

async function later(milliseconds: number): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })
}

const all = plan.visits.flatMap(({ cookie, documentId, count }) => Array.from({ length: count }, () => ({ cookie, documentId })))
const outcomes = await Promise.all(
  all.map(async ({ cookie, documentId }, index) => {
    await later((index * plan.within) / all.length)
    return visit(`${plan.address.replace(/^http/, 'ws')}/sync/${documentId}`, cookie)
  }),
)
const sorted = times.toSorted((a, b) => a - b)
const report: VisitReport = {
  joined: outcomes.filter(Boolean).length,
  failed: outcomes.filter((joined) => !joined).length,
  median: sorted[Math.floor(sorted.length / 2)] ?? 0,
  slowest: sorted.at(-1) ?? 0,
  bytes,
}
console.log(JSON.stringify(report))
process.stdin.on('end', () => {
  console.log(JSON.stringify({ open: open.size }))
  process.exit(0)
})
process.stdin.resume()
