/** Everything an operator can watch, as Prometheus reads it. The README names what to look at first. */
import { readdir, statfs } from 'node:fs/promises'
import type { Histogram } from '../../histogram.ts'
import type { CallCounters } from './count-calls.ts'
import type { LoopWatch } from './watch-loop.ts'
import type { Metric, Sample } from './metrics-text.ts'

/** What the relay counts, as far as it is told. */
export interface RelayFigures {
  readonly connections: number
  readonly rooms: number
  readonly upgrades: number
  readonly joins: number
  readonly frames: number
  readonly updates: number
  readonly updateBytes: number
  readonly nothingNew: number
  readonly entries: number
  readonly failedEntries: number
  readonly snapshots: number
  readonly readBytes: number
  readonly writtenBytes: number
  readonly ackLatency: Histogram
  readonly refused: Readonly<Record<string, number>>
}

export interface MetricsSources {
  readonly relay: RelayFigures
  readonly calls: CallCounters
  readonly commitLatency: Histogram
  readonly loop: LoopWatch
  readonly dataDir: string
  readonly front: { readonly waitingBytes: number }
}

export async function collectMetrics({ relay, calls, commitLatency, loop, dataDir, front }: MetricsSources): Promise<Metric[]> {
  const disk = await statfs(dataDir)
  const stall = loop.take()
  return [
    gauge('tandem_connections', 'Open websockets.', relay.connections),
    gauge('tandem_rooms', 'Open documents.', relay.rooms),
    counter('tandem_upgrades_total', 'Websockets asked for.', relay.upgrades),
    counter('tandem_joins_total', 'Documents sent to somebody who joined.', relay.joins),
    counter('tandem_frames_total', 'Messages received.', relay.frames),
    counter('tandem_updates_total', 'Updates committed.', relay.updates),
    counter('tandem_update_bytes_total', 'Bytes of the updates committed.', relay.updateBytes),
    counter('tandem_known_updates_total', 'Updates that brought nothing new.', relay.nothingNew),
    counter('tandem_entries_total', 'Log entries committed.', relay.entries),
    counter('tandem_failed_entries_total', 'Log entries that could not be stored when tried; each try counts.', relay.failedEntries),
    counter('tandem_snapshots_total', 'Snapshots made.', relay.snapshots),
    counter('tandem_read_bytes_total', 'Bytes of websocket messages received.', relay.readBytes),
    counter('tandem_written_bytes_total', 'Bytes of websocket messages sent.', relay.writtenBytes),
    { kind: 'counter', name: 'tandem_refused_total', help: 'Refused, by where and why.', samples: refusals(relay.refused, calls) },
    gauge('tandem_front_bytes', 'Committed bytes that wait to be moved into the database.', front.waitingBytes),
    histogram('tandem_commit_seconds', 'Commits of the log, fsync included.', commitLatency),
    histogram('tandem_ack_seconds', 'From the arrival of what is committed together to its ack.', relay.ackLatency),
    { kind: 'counter', name: 'tandem_http_requests_total', help: 'HTTP requests answered, by status.', samples: byStatus(calls) },
    histogram('tandem_http_seconds', 'HTTP requests, from arrival to the end of the answer.', calls.latency),
    {
      kind: 'gauge',
      name: 'tandem_event_loop_stall_seconds',
      help: 'How late the event loop was, since these metrics were last read; quantile 1 is the longest.',
      samples: Object.entries({ '0.5': stall.median, '0.99': stall.p99, '1': stall.longest }).map(([quantile, value]) => ({
        labels: { quantile },
        value: value / 1000,
      })),
    },
    gauge('tandem_data_free_bytes', 'Free space where DATA_DIR is.', disk.bavail * disk.bsize),
    ...(await processMetrics()),
  ]
}

async function processMetrics(): Promise<Metric[]> {
  const { user, system } = process.cpuUsage()
  const { rss, heapUsed, external } = process.memoryUsage()
  return [
    counter('process_cpu_seconds_total', 'Processor time, all threads.', (user + system) / 1e6),
    gauge('process_start_time_seconds', 'When the process began.', performance.timeOrigin / 1000),
    gauge('process_resident_memory_bytes', 'Memory of the process.', rss),
    gauge('nodejs_heap_used_bytes', 'Memory of JavaScript objects in the main thread.', heapUsed),
    gauge('nodejs_external_bytes', 'Memory of buffers outside of it.', external),
    ...(process.platform === 'linux' ? [gauge('process_open_fds', 'Open files and sockets.', (await readdir('/proc/self/fd')).length)] : []),
  ]
}

function refusals(sockets: Readonly<Record<string, number>>, { refused }: CallCounters): Sample[] {
  const tell = (on: string, counts: Iterable<readonly [string, number]>) => [...counts].map(([code, value]) => ({ labels: { on, code }, value }))
  return [...tell('websocket', Object.entries(sockets)), ...tell('call', refused)]
}

function byStatus(calls: CallCounters): Sample[] {
  return [...calls.byStatus].map(([status, value]) => ({ labels: { status: String(status) }, value }))
}

function gauge(name: string, help: string, value: number): Metric {
  return { kind: 'gauge', name, help, samples: [{ value }] }
}

function counter(name: string, help: string, value: number): Metric {
  return { kind: 'counter', name, help, samples: [{ value }] }
}

function histogram(name: string, help: string, from: Histogram): Metric {
  return { kind: 'histogram', name, help, histogram: from }
}
