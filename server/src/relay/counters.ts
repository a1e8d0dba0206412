/** What the relay counts, as plain numbers, for metrics and tests. */
import type { FailureCode } from '@tandem/shared/failure.ts'
import { Histogram } from '../histogram.ts'

export interface RelayCounters {
  /** Open now. */
  connections: number
  rooms: number
  /** Since the start. */
  upgrades: number
  joins: number
  frames: number
  /** Updates committed. */
  updates: number
  updateBytes: number
  nothingNew: number
  entries: number
  failedEntries: number
  snapshots: number
  /** Of open connections, what came and what was written; without the frames of websockets that hold nothing of ours. */
  readBytes: number
  writtenBytes: number
  /** From an update's arrival to its ack. */
  readonly ackLatency: Histogram
  /** Refused frames and upgrades, and closed connections, by code. */
  readonly refused: Partial<Record<FailureCode, number>>
}

export function newCounters(): RelayCounters {
  return {
    connections: 0,
    rooms: 0,
    upgrades: 0,
    joins: 0,
    frames: 0,
    updates: 0,
    updateBytes: 0,
    nothingNew: 0,
    entries: 0,
    failedEntries: 0,
    snapshots: 0,
    readBytes: 0,
    writtenBytes: 0,
    ackLatency: new Histogram(),
    refused: {},
  }
}

export function countRefusal(counters: RelayCounters, code: FailureCode): void {
  counters.refused[code] = (counters.refused[code] ?? 0) + 1
}
