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
  /** How many of them stand in the copy on this device, when that has not been read yet: no ack covers them. `null` when nothing is left to read. */
  readonly unread: number | null
  readonly editedAt: Millis | null
  /** When everything was last committed; `null` while that has never been so on this device. */
  readonly savedAt: Millis | null
  /** A refused edit. Stands until everything is committed. */
  readonly refusal: FailureCode | null
  /** Why the server lets nobody in, or this person. Stands until a connection opens. */
  readonly barred: FailureCode | null
}

export type SaveEvent =
  | { readonly kind: 'found'; readonly edits: number; readonly savedAt: Millis | null }
  | { readonly kind: 'read'; readonly at: Millis }
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

interface Remembered {
  readonly edits: number
  readonly savedAt: Millis | null
  readonly unread?: number | null
}

/** The account at opening, with what this device remembers of earlier tabs. */
export function openAccount({ edits, savedAt, unread = null }: Remembered): SaveAccount {
  return { edits, savedAt, unread, isOpen: false, hasOffered: false, sent: 0, acked: 0, waitingSince: null, editedAt: null, refusal: null, barred: null }
}

export function account(before: SaveAccount, event: SaveEvent): SaveAccount {
  switch (event.kind) {
    case 'found':
      return { ...before, edits: before.edits + event.edits, unread: event.edits, savedAt: latest(before.savedAt, event.savedAt) }
    case 'read':
      return settled({ ...before, unread: null }, event.at)
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
  return settled(before.refusal === 'cannot-store' ? { ...progress, refusal: null } : progress, event.at)
}

/** Forgets the edits that are committed by now. */
function settled(state: SaveAccount, at: Millis): SaveAccount {
  if (!isEverythingCommitted(state)) return state
  if (state.unread !== null) return { ...state, edits: state.unread, editedAt: null, refusal: null }
  return { ...state, edits: 0, editedAt: null, savedAt: at, refusal: null }
}

function latest(one: Millis | null, other: Millis | null): Millis | null {
  return one === null || other === null ? (one ?? other) : Math.max(one, other)
}

function isEverythingCommitted(state: SaveAccount): boolean {
  return state.isOpen && state.hasOffered && state.acked === state.sent
}

/** What to show of the account at this moment. */
export function saveState(state: SaveAccount, now: Millis): SaveState {
  const why = state.barred ?? state.refusal
  if (why) return { kind: 'cannot-save', why, edits: state.edits }
  const isWaiting = state.isOpen && state.sent > state.acked
  if (state.edits === 0 && !isWaiting && state.unread === null && state.savedAt !== null) return { kind: 'saved', at: state.savedAt }
  if (state.edits === 0) return { kind: 'saving' }
  const isStalled = state.waitingSince !== null && now - state.waitingSince > ACK_PATIENCE
  const isOnlyUnread = state.unread !== null && isEverythingCommitted(state)
  return state.isOpen && !isStalled && !isOnlyUnread ? { kind: 'saving' } : { kind: 'on-device', edits: state.edits }
}

/** Whether leaving now would leave words that only this device has. */
export function isUnsaved(state: SaveAccount): boolean {
  return state.edits > 0
}
