/** Loaded into every measured server (node --import): answers its parent with the process's own figures. The same in all systems, Tandem included. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

const RESOLUTION_MS = 10

/** `figures` answers and begins a new loop histogram; `collect` collects garbage first. */
export type Question = 'figures' | 'collect'

export interface Figures {
  /** CPU of all threads since the start, ms. */
  readonly cpuMs: number
  /** When this was read, ms on the server's own clock. */
  readonly atMs: number
  readonly rssBytes: number
  /** How much later than asked timers fired since the last `figures`, ms. */
  readonly stallP99: number
  readonly stallMax: number
}

function read(loop: ReturnType<typeof monitorEventLoopDelay>): Figures {
  const { user, system } = process.cpuUsage()
  const late = (nanos: number) => Math.max(0, nanos / 1e6 - RESOLUTION_MS)
  const figures = {
    cpuMs: (user + system) / 1000,
    atMs: performance.now(),
    rssBytes: process.memoryUsage.rss(),
    stallP99: late(loop.percentile(99)),
    stallMax: late(loop.max),
  }
  loop.reset()
  return figures
}

if (isMainThread && process.send) {
  const loop = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  loop.enable()
  process.on('message', (question: Question) => {
    if (question === 'collect') globalThis.gc?.()
    process.send?.(read(loop))
  })
  // A benchmark that was killed leaves no server behind, frozen ones excepted until they are thawed.
  process.on('disconnect', () => process.exit())
  // A server must still end when its own work is done.
  process.channel?.unref()
}
