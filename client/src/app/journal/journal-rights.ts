/** What the screen lets a person do in this journal now, and why not. Pure. */
import type { JournalSummary } from '@tandem/shared/contracts/journals.ts'
import { type FailureCode, failureKind } from '@tandem/shared/failure.ts'
import { may } from '@tandem/shared/roles.ts'
import type { SessionState } from '../../sync/session-state.ts'

/** `shut`: the server will never take another word of this page, so none may be typed. */
export type WhyReadOnly = { readonly kind: 'archived' } | { readonly kind: 'role' } | { readonly kind: 'shut'; readonly failure: FailureCode }

/** `undefined` when everything can be written. Being signed out is no reason: the words are kept and sent after signing in again. */
export function findWhyReadOnly(
  journal: Pick<JournalSummary, 'role' | 'archivedAt'>,
  state: Pick<SessionState, 'barred' | 'refusal'>,
): WhyReadOnly | undefined {
  const failure = state.barred ?? state.refusal
  if (failure && isShut(failure)) return { kind: 'shut', failure }
  if (journal.archivedAt !== null) return { kind: 'archived' }
  return may(journal.role, 'edit') ? undefined : { kind: 'role' }
}

const STILL_WRITABLE: ReadonlySet<FailureCode> = new Set(['signed-out', 'frame-too-large', 'document-too-large', 'read-only', 'journal-archived'])

function isShut(failure: FailureCode): boolean {
  return !failureKind(failure).retry && !STILL_WRITABLE.has(failure)
}

/** Commenting waits in the outbox, so only the role, the archive and a server that bars this page for good keep anybody from it. */
export function mayCommentIn(journal: Pick<JournalSummary, 'role' | 'archivedAt'>, state: Pick<SessionState, 'barred' | 'refusal'>): boolean {
  return journal.archivedAt === null && may(journal.role, 'comment') && findWhyReadOnly(journal, state)?.kind !== 'shut'
}
