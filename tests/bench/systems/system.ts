/** A system under measurement, and one that runs. */
import type { Dialect, RoomPlan } from '../load/plan.ts'
import type { Figures, Question } from '../servers/probe.ts'

export const SYSTEM_NAMES = ['Tandem', 'Hocuspocus', 'classical', 'durable', 'broadcast'] as const
export type SystemName = (typeof SYSTEM_NAMES)[number]

export interface System {
  readonly name: SystemName
  readonly dialect: Dialect
  /** Whether it acks durably. */
  readonly acks: boolean
  /** Whether it keeps documents on the disk. */
  readonly stores: boolean
  /** Starts a fresh one: empty, in a process of its own. */
  start(): Promise<RunningSystem>
}

export interface RunningSystem {
  readonly port: number
  readonly pid: number
  /** Where it keeps its data; empty for those that keep none. */
  readonly dataDir: string
  /** Makes so many rooms, each for so many people. */
  makeRooms(rooms: number, people: number): Promise<RoomPlan[]>
  ask(question: Question): Promise<Figures>
  /** Freezes the process, so that a system that waits takes nothing from the one that is measured. */
  freeze(): void
  thaw(): void
  /** Ends the process and starts it again on the same data; `between` runs while nobody has the data open. Answers how long the start took, ms. */
  restart(between?: () => Promise<void>): Promise<number>
  stop(): Promise<void>
}
