/** Loaded into every measured server (node --import): answers its parent with the process's own figures. The same in all systems, Tandem included. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

const RESOLUTION_MS = 10

/**
 * `watch` watches the loop from now until the next question; `collect` collects garbage first. Watching wakes the process a hundred times a second, which in `crowd` was
 * an eighth of what a server took: so it is never on while CPU is counted.
 */
export type Question = 'figures' | 'collect' | 'watch'

export interface Figures {
  /** CPU of all threads since the start, ms. */
  readonly cpuMs: number
  /** When this was read, ms on the server's own clock. */
  readonly atMs: number
  readonly rssBytes: number
  /** How much later than asked timers fired since `watch`, ms; 0 when nobody asked to watch. */
  readonly stallP99: number
  readonly stallMax: number
}

function read(loop: ReturnType<typeof monitorEventLoopDelay>): Figures {
  const { user, system } = process.cpuUsage()
  const late = (nanos: number) => (loop.count === 0 ? 0 : Math.max(0, nanos / 1e6 - RESOLUTION_MS))
  const figures = {
    cpuMs: (user + system) / 1000,
    atMs: performance.now(),
    rssBytes: process.memoryUsage.rss(),
    stallP99: late(loop.percentile(99)),
    stallMax: late(loop.max),
  }
  loop.disable()
  loop.reset()
  return figures
}

if (isMainThread && process.send) {
  const loop = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  process.on('message', (question: Question) => {
    if (question === 'collect') globalThis.gc?.()
    const figures = read(loop)
    if (question === 'watch') loop.enable()
    process.send?.(figures)
  })
  // A benchmark that was killed leaves no server behind, frozen ones excepted until they are thawed.
  process.on('disconnect', () => process.exit())
  // A server must still end when its own work is done.
  process.channel?.unref()
}
