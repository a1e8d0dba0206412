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
  /** Which of the frames sent on this connection told the server everything it lacked (our SyncStep2); 0 before. An ack before it does not cover what was written before it. */
  readonly offer: number
  /** Update-bearing frames sent on this connection, and how many of them are committed. */
  readonly sent: number
  readonly acked: number
  /** Since when something sent has been waiting for its ack, or the connection for the offer; by the steady clock. */
  readonly waitingSince: Millis | null
  /** Bursts written since everything was last committed; remembered across tabs and restarts. */
  readonly edits: number
  /** How many of them are of earlier tabs. */
  readonly earlier: number
  /** Whether the copy on this device may hold words that have not been read yet: no ack covers those of earlier tabs then. */
  readonly isUnread: boolean
  /** Whether words of earlier tabs are not sent, because they build on something that neither this device nor the server has. */
  readonly isHeldBack: boolean
  readonly editedAt: Millis | null
  /** When everything was last committed; `null` while that has never been so on this device. */
  readonly savedAt: Millis | null
  /** A refused edit. Stands until everything is committed. */
  readonly refusal: FailureCode | null
  /** Why the server lets nobody in, or this person. Stands until a connection opens. */
  readonly barred: FailureCode | null
}

/** `at` is by the steady clock, which measures how long something waits; `time` is the day's, for people to read. */
export type SaveEvent =
  | { readonly kind: 'found'; readonly edits: number; readonly savedAt: Millis | null }
  | { readonly kind: 'read'; readonly time: Millis }
  | { readonly kind: 'held-back'; readonly isHeldBack: boolean }
  | { readonly kind: 'edited'; readonly at: Millis }
  | { readonly kind: 'opened'; readonly at: Millis }
  | { readonly kind: 'closed' }
  | { readonly kind: 'sent'; readonly isOffer: boolean; readonly at: Millis }
  | { readonly kind: 'acked'; readonly count: number; readonly at: Millis; readonly time: Millis }
  | { readonly kind: 'refused'; readonly code: FailureCode }
  | { readonly kind: 'barred'; readonly code: FailureCode }

/** A pause longer than this begins a new burst, so a new edit. */
export const BURST_PAUSE: Millis = 1_000
/** An ack that is this late is not coming soon: say that the words are only here. */
export const ACK_PATIENCE: Millis = 3_000

interface Remembered {
  readonly edits: number
  readonly savedAt: Millis | null
  readonly isUnread?: boolean
}

/** The account at opening, with what this device remembers of earlier tabs. */
export function openAccount({ edits, savedAt, isUnread = false }: Remembered): SaveAccount {
  const nothing = { isOpen: false, isHeldBack: false, offer: 0, sent: 0, acked: 0, waitingSince: null, editedAt: null, refusal: null, barred: null }
  return { edits, earlier: edits, savedAt, isUnread, ...nothing }
}

export function account(before: SaveAccount, event: SaveEvent): SaveAccount {
  switch (event.kind) {
    case 'found':
      return { ...before, edits: before.edits + event.edits, earlier: event.edits, isUnread: true, savedAt: latest(before.savedAt, event.savedAt) }
    case 'read':
      return settled({ ...before, isUnread: false }, event.time)
    case 'held-back':
      return { ...before, isHeldBack: event.isHeldBack }
    case 'edited': {
      const isNewBurst = before.edits === 0 || before.editedAt === null || event.at - before.editedAt > BURST_PAUSE
      return { ...before, edits: before.edits + (isNewBurst ? 1 : 0), editedAt: event.at }
    }
    case 'opened':
      return { ...before, isOpen: true, offer: 0, sent: 0, acked: 0, waitingSince: event.at, barred: null }
    case 'closed':
      return { ...before, isOpen: false, offer: 0, sent: 0, acked: 0, waitingSince: null }
    case 'sent':
      return { ...before, sent: before.sent + 1, offer: event.isOffer ? before.sent + 1 : before.offer, waitingSince: before.waitingSince ?? event.at }
    case 'acked':
      return acked(before, event)
    case 'refused':
      return isRefusal(before, event.code) ? { ...before, refusal: event.code } : before
    case 'barred':
      return { ...before, barred: event.code }
    default:
      return assertNever(event)
  }
}

function isRefusal(before: SaveAccount, code: FailureCode): boolean {
  // A changed role is told without any edit being refused.
  if (code === 'role-changed') return false
  // What an update misses is asked for, and sent again at once. An offer already held everything there is.
  return code !== 'missing-updates' || before.acked < before.offer
}

function acked(before: SaveAccount, event: Extract<SaveEvent, { kind: 'acked' }>): SaveAccount {
  // An ack is a promise about this connection only, and acks never go back.
  if (!before.isOpen || event.count <= before.acked || event.count > before.sent) return before
  const progress = { ...before, acked: event.count, waitingSince: event.count < before.sent ? event.at : null }
  return settled(before.refusal === 'cannot-store' ? { ...progress, refusal: null } : progress, event.time)
}

/** Forgets the edits that are committed by now. */
function settled(state: SaveAccount, time: Millis): SaveAccount {
  if (!isEverythingCommitted(state)) return state
  const nothingMore = { ...state, editedAt: null, refusal: null }
  if (state.isUnread || state.isHeldBack) return { ...nothingMore, edits: state.earlier }
  return { ...nothingMore, edits: 0, earlier: 0, savedAt: time }
}

function latest(one: Millis | null, other: Millis | null): Millis | null {
  return one === null || other === null ? (one ?? other) : Math.max(one, other)
}

/** Whether this connection has made its offer and everything sent on it is committed. */
export function isEverythingCommitted(state: SaveAccount): boolean {
  return state.isOpen && state.offer > 0 && state.acked === state.sent
}

/** What to show of the account at this moment of the steady clock. */
export function saveState(state: SaveAccount, now: Millis): SaveState {
  const why = state.barred ?? state.refusal ?? (state.isHeldBack ? 'missing-updates' : null)
  if (why) return { kind: 'cannot-save', why, edits: state.edits }
  const isWaiting = state.isOpen && state.sent > state.acked
  if (state.edits === 0 && !isWaiting && !state.isUnread && state.savedAt !== null) return { kind: 'saved', at: state.savedAt }
  if (state.edits === 0) return { kind: 'saving' }
  const isStalled = state.waitingSince !== null && now - state.waitingSince > ACK_PATIENCE
  const isOnlyUnread = state.isUnread && isEverythingCommitted(state)
  return state.isOpen && !isStalled && !isOnlyUnread ? { kind: 'saving' } : { kind: 'on-device', edits: state.edits }
}

/** Whether leaving now would leave words that only this device has. */
export function isUnsaved(state: SaveAccount): boolean {
  return state.edits > 0
}
