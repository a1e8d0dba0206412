/** Journals with two people each, who write in several tabs, and what can be waited for of them all. */
import { eventually } from '../support/eventually.ts'
import { pair } from '../support/people.ts'
import type { AckedEdits } from './acked-edits.ts'
import { type BusyWriter, busyWriter } from './busy-writer.ts'

export interface CrowdOptions {
  readonly address: string
  /** Tells the words of this crowd from another's. */
  readonly name: string
  readonly acked: AckedEdits
  readonly journals: number
  readonly writersPerJournal: number
  readonly window?: number
}

export interface Crowd {
  readonly writers: readonly BusyWriter[]
  ackedCount(): number
  /** Everybody connects and writes. */
  come(): Promise<void>
  /** As `come`; resolves once somebody was acked anew. */
  start(): Promise<void>
  /** Everybody stops writing and waits until all their words are acked. Resolves with the milliseconds it took. */
  saveAll(within: number): Promise<number>
  /** Everybody leaves without waiting. */
  leave(): Promise<void>
}

export async function gatherCrowd({ address, name, acked, journals, writersPerJournal, window = 8 }: CrowdOptions): Promise<Crowd> {
  const writers: BusyWriter[] = []
  for (let room = 0; room < journals; room++) {
    const { ben, ana, journal } = await pair(address)
    for (let tab = 0; tab < writersPerJournal; tab++) {
      writers.push(busyWriter({ person: tab % 2 === 0 ? ben : ana, journal, name: `${name}r${room}w${tab}`, acked, window }))
    }
  }
  const ackedCount = () => writers.reduce((sum, writer) => sum + writer.ackedCount, 0)
  const come = async () => {
    await Promise.all(writers.map((writer) => writer.start()))
  }
  return {
    writers,
    ackedCount,
    come,
    start: async () => {
      const before = ackedCount()
      await come()
      await eventually('somebody is acked', () => ackedCount() > before, 20_000)
    },
    saveAll: async (within) => {
      const from = performance.now()
      for (const writer of writers) writer.rest()
      await eventually('all words are acked', () => writers.every((writer) => writer.unsaved.length === 0), within)
      return performance.now() - from
    },
    leave: async () => {
      for (const writer of writers) writer.leave()
      await Promise.all(writers.map((writer) => writer.stopped()))
    },
  }
}
