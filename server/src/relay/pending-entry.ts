/** What one connection sent into one batch of a room; it hears itself what the log makes of it. */
import type { Buffer } from 'node:buffer'
import type { Millis, Seq } from '@tandem/shared/ids.ts'
import type { AppendEar } from '../log/update-log.ts'
import type { Connection } from './connection.ts'

/** Who waits for the answers to entries. */
export interface AnswerEar {
  stored(entry: PendingEntry, seq: Seq): void
  refused(entry: PendingEntry, trouble: unknown): void
}

type EntryStart = Pick<PendingEntry, 'id' | 'connection' | 'at' | 'updates' | 'frames'>

const NO_CLAIMS: readonly number[] = []

export class PendingEntry implements AppendEar {
  readonly id: string
  readonly connection: Connection
  readonly at: Millis
  readonly updates: Uint8Array[]
  /** The updates again, as they will be sent to the others. */
  readonly frames: Buffer[]
  claims = NO_CLAIMS
  bytes = 0
  /** Frames of the connection up to this number are committed with it. */
  upTo = 0
  /** The number of a step 2 among them, or 0. */
  covers = 0
  readonly #ear: AnswerEar

  constructor({ id, connection, at, updates, frames }: EntryStart, ear: AnswerEar) {
    this.id = id
    this.connection = connection
    this.at = at
    this.updates = updates
    this.frames = frames
    this.#ear = ear
  }

  stored(seq: Seq): void {
    this.#ear.stored(this, seq)
  }

  refused(trouble: unknown): void {
    this.#ear.refused(this, trouble)
  }
}
