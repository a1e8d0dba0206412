/** What is asked of the projection's thread, and what it gives. A pass begins, is given the log in pieces, and ends; meanwhile the thread keeps its document. */
import type { DocumentId, Seq } from '@tandem/shared/ids.ts'
import type { HungThread, Renewal } from './renew-anchors.ts'
import type { SentEntries } from './sent-entries.ts'
import type { GoingOn, Walked } from './walk.ts'

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
  | { readonly kind: 'walk'; readonly entries: SentEntries }
  /** Asked before the end, of the document as it stands then. */
  | { readonly kind: 'renew'; readonly hung: readonly HungThread[] }
  | { readonly kind: 'finish' }

export type ProjectionResult =
  | { readonly kind: 'begun' }
  | { readonly kind: 'unknown' }
  | ({ readonly kind: 'renewed' } & Renewal)
  | { readonly kind: 'walked'; readonly walked: Walked }
