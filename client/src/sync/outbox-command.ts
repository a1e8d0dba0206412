/** What waits in the outbox: one thing a person said that only the server can make true, and what became of it. */
import type { FailureCode } from '@tandem/shared/failure.ts'
import type { JournalId, Millis } from '@tandem/shared/ids.ts'

export interface Command {
  /** Made here, and the id of the row it makes: sent twice, it is stored once. */
  readonly id: string
  readonly journal: JournalId
  /** Which call it is; kept by name, so that a newer program finds it too. */
  readonly name: string
  /** The input of the call, as JSON. */
  readonly input: Readonly<Record<string, unknown>>
  /** What the person said, in words to keep in case it is refused. */
  readonly says: string
  readonly at: Millis
}

/** A command the server would not take. It stays until the person has seen it. */
export interface RefusedCommand extends Command {
  readonly code: FailureCode
}

export interface StoredCommands {
  /** In the order in which they were given. */
  readonly waiting: readonly Command[]
  readonly refused: readonly RefusedCommand[]
}

/** Where commands survive the tab. */
export interface OutboxStore {
  /** [O1] Everything stored, in the order of `add`, by whichever tab. */
  load(): Promise<StoredCommands>
  /** [O2] Stored when it resolves, and refused no more; an id that is there already is not stored again. */
  add(command: Command): Promise<void>
  /** [O3] Ends a command's waiting, and its having been refused before; nothing when it is not there. */
  remove(id: string): Promise<void>
  /** [O4] Moves a command from waiting to refused, whole or not at all. */
  refuse(command: Command, code: FailureCode): Promise<void>
  /** [O5] Forgets a refused one. */
  forget(id: string): Promise<void>
}
