/** How parts that know nothing of each other hear of what happened, in this process and later on other nodes. Wake-ups, never truth: a lost message costs latency only. */
import type { DocumentId, JournalId, PersonId, Seq, SignInId } from '@tandem/shared/ids.ts'
import type { RowKind } from '@tandem/shared/wire/row-kinds.ts'

export type BusMessage =
  /** Entries were committed by some node. */
  | { readonly kind: 'appended'; readonly document: DocumentId; readonly seq: Seq }
  /** A role, membership or archive state changed; everybody connected to the journal's documents is judged again. */
  | { readonly kind: 'access-changed'; readonly journal: JournalId; readonly person?: PersonId }
  /** Rows were written beside the document: by people, or by the projection. */
  | { readonly kind: 'rows-changed'; readonly journal: JournalId; readonly what: RowKind }
  /** A sign-in ended. */
  | { readonly kind: 'sign-in-ended'; readonly signIn: SignInId }

export interface Bus {
  /** [B1] Every subscriber hears it once, in the order published, after the publisher's turn. */
  publish(message: BusMessage): void
  /** [B2] Hears what is published from now on, until the returned function is called. [B3] A listener that throws does not keep it from the others. */
  subscribe(listener: (message: BusMessage) => void): () => void
}
