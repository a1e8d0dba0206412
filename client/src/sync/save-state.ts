/**
 * What the save badge may claim. A pure account of what was written here, what was sent and what the server
 * has committed; "Saved" is said only when nothing is left between the three.
 */
import type { FailureCode } from '@tandem/shared/failure.ts'
import { assertNever, type Millis } from '@tandem/shared/ids.ts'

/** Exactly four. `edits` are bursts of writing, not keystrokes. */
export type SaveState =
  | { readonly kind: 'saved'; readonly at: Millis }
  | { readonly kind: 'saving' }
  | { readonly kind: 'on-device'; readonly edits: number }
  | { readonly kind: 'cannot-save'; readonly why: FailureCode; readonly edits: number }

export interface SaveAccount {
  /** Whether a connection is open. */
  readonly isOpen: boolean
  /** Whether this connection has told the server everything it lacked (our SyncStep2). Until then an ack does not cover what was written before it. */
  readonly hasOffered: boolean
  /** Update-bearing frames sent on this connection, and how many of them are committed. */
  readonly sent: number
  readonly acked: number
  /** Since when something sent has been waiting for its ack. */
  readonly waitingSince: Millis | null
  /** Bursts written since everything was last committed; remembered across tabs and restarts. */
  readonly edits: number
  readonly editedAt: Millis | null
  /** When everything was last committed; `null` while that has never been so on this device. */
  readonly savedAt: Millis | null
  /** A refused edit. Stands until everything is committed. */
  readonly refusal: FailureCode | null
  /** Why the server lets nobody in, or this person. Stands until a connection opens. */
  readonly barred: FailureCode | null
}

export type SaveEvent =
  | { readonly kind: 'edited'; readonly at: Millis }
  | { readonly kind: 'opened' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'sent'; readonly isOffer: boolean; readonly at: Millis }
  | { readonly kind: 'acked'; readonly count: number; readonly at: Millis }
  | { readonly kind: 'refused'; readonly code: FailureCode }
  | { readonly kind: 'barred'; readonly code: FailureCode }

/** A pause longer than this begins a new burst, so a new edit. */
export const BURST_PAUSE: Millis = 1_000
/** An ack that is this late is not coming soon: say that the words are only here. */
export const ACK_PATIENCE: Millis = 3_000

/** Missing updates are asked for and sent again at once; a changed role is told without any edit being refused. */
const REFUSES_NOTHING: ReadonlySet<FailureCode> = new Set(['missing-updates', 'role-changed'])

/** The account at opening, with what this device remembers of earlier tabs. */
export function openAccount(remembered: { readonly edits: number; readonly savedAt: Millis | null }): SaveAccount {
  return { ...remembered, isOpen: false, hasOffered: false, sent: 0, acked: 0, waitingSince: null, editedAt: null, refusal: null, barred: null }
}

export function account(before: SaveAccount, event: SaveEvent): SaveAccount {
  switch (event.kind) {
    case 'edited': {
      const isNewBurst = before.edits === 0 || before.editedAt === null || event.at - before.editedAt > BURST_PAUSE
      return { ...before, edits: before.edits + (isNewBurst ? 1 : 0), editedAt: event.at }
    }
    case 'opened':
      return { ...before, isOpen: true, hasOffered: false, sent: 0, acked: 0, waitingSince: null, barred: null }
    case 'closed':
      return { ...before, isOpen: false, hasOffered: false, sent: 0, acked: 0, waitingSince: null }
    case 'sent':
      return { ...before, sent: before.sent + 1, hasOffered: before.hasOffered || event.isOffer, waitingSince: before.waitingSince ?? event.at }
    case 'acked':
      return acked(before, event)
    case 'refused':
      return REFUSES_NOTHING.has(event.code) ? before : { ...before, refusal: event.code }
    case 'barred':
      return { ...before, barred: event.code }
    default:
      return assertNever(event)
  }
}

function acked(before: SaveAccount, event: { readonly count: number; readonly at: Millis }): SaveAccount {
  // An ack is a promise about this connection only, and acks never go back.
  if (!before.isOpen || event.count <= before.acked || event.count > before.sent) return before
  const progress = { ...before, acked: event.count, waitingSince: event.count < before.sent ? event.at : null }
  if (!isEverythingCommitted(progress)) return before.refusal === 'cannot-store' ? { ...progress, refusal: null } : progress
  return { ...progress, edits: 0, editedAt: null, savedAt: event.at, refusal: null }
}

function isEverythingCommitted(state: SaveAccount): boolean {
  return state.isOpen && state.hasOffered && state.acked === state.sent
}

/** What to show of the account at this moment. */
export function saveState(state: SaveAccount, now: Millis): SaveState {
  const why = state.barred ?? state.refusal
  if (why) return { kind: 'cannot-save', why, edits: state.edits }
  const isWaiting = state.isOpen && state.sent > state.acked
  if (state.edits === 0 && !isWaiting && state.savedAt !== null) return { kind: 'saved', at: state.savedAt }
  if (state.edits === 0) return { kind: 'saving' }
  const isStalled = state.waitingSince !== null && now - state.waitingSince > ACK_PATIENCE
  return state.isOpen && !isStalled ? { kind: 'saving' } : { kind: 'on-device', edits: state.edits }
}

/** Whether leaving now would leave words that only this device has. */
export function isUnsaved(state: SaveAccount): boolean {
  return state.edits > 0
}
