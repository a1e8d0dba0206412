/** What an outbox stands on: a store, a line to the server, and the other tabs. */
import type { Command, OutboxStore } from './outbox-command.ts'

export interface OutboxOptions {
  readonly openStore: () => Promise<OutboxStore>
  /** Rejects with a Failure when the server refuses, with anything else when nobody answers. */
  readonly send: (command: Command) => Promise<void>
  /** Resolves when the rows are read again in which the command now shows. */
  readonly landed: (command: Command) => Promise<unknown>
  /** Runs the work when no other tab of this person runs its own. */
  readonly alone: (work: () => Promise<void>) => Promise<void>
  /** Tells the other tabs that the store has changed, and hears it from them. */
  readonly otherTabs: { tell(): void; listen(heard: () => void): () => void }
}
