/** What is asked of the projection's thread, and what it gives. A pass begins, is given the log in pieces, and ends; meanwhile the thread keeps its document. */
import type { DocumentId, Millis, PersonId, Seq } from '@tandem/shared/ids.ts'
import type { HungThread, Renewal } from './renew-anchors.ts'
import type { GoingOn, Walked } from './walk.ts'

export interface SentEntry {
  readonly seq: Seq
  readonly at: Millis
  readonly author: PersonId
  /** Its updates, packed; see log/entry-bytes.ts. */
  readonly bytes: Uint8Array
}

export type ProjectionJob =
  /** Is the document still at hand as it was at this seq? Then the pass has begun. */
  | { readonly kind: 'resume'; readonly document: DocumentId; readonly at: Seq; readonly goingOn: GoingOn }
  /** Begins a pass with what the document was at this seq: a snapshot and all updates since, packed. */
  | {
      readonly kind: 'begin'
      readonly document: DocumentId
      readonly at: Seq
      readonly base: Uint8Array | undefined
      readonly updates: Uint8Array
      readonly goingOn: GoingOn
    }
  | { readonly kind: 'walk'; readonly entries: readonly SentEntry[] }
  /** Asked before the end, of the document as it stands then. */
  | { readonly kind: 'renew'; readonly hung: readonly HungThread[] }
  | { readonly kind: 'finish' }

export type ProjectionResult =
  | { readonly kind: 'begun' }
  | { readonly kind: 'unknown' }
  | ({ readonly kind: 'renewed' } & Renewal)
  | { readonly kind: 'walked'; readonly walked: Walked }
