/** Under which names answers are cached. */
import type { RowKind } from '@tandem/shared/wire/row-kinds.ts'

export const ME = ['me'] as const
export const SIGN_INS = ['sign-ins'] as const
export const JOURNALS = ['journals'] as const

export const NOTICES = ['notices'] as const
export const UNREAD = [...NOTICES, 'unread'] as const

export const TELLING = ['telling'] as const
export const PUSH_DEVICE = ['push-device'] as const

/** What the link of one mail stops. */
export function mailLinkKey(token: string): readonly string[] {
  return ['mail-link', token]
}

/** One box of notices. */
export function noticesKey(box: string): readonly string[] {
  return [...NOTICES, box]
}

/** One journal. Begins as the list does, so that renewing the list renews every journal too. */
export function journalKey(id: string): readonly string[] {
  return [...JOURNALS, id]
}

/** The rows of one kind that people vouch for in one journal; without a kind, all of them. */
export function rowsKey(id: string, what?: RowKind): readonly string[] {
  return ['rows', id, ...(what ? [what] : [])]
}

/** The open invitations of one journal. */
export function invitationsKey(id: string): readonly string[] {
  return [...journalKey(id), 'invitations']
}

/** The templates I may use. */
export const TEMPLATES = ['templates'] as const

/** What one invitation link shows. */
export function lookKey(token: string): readonly string[] {
  return ['invitation', token]
}

/** My development plan in one journal. */
export function planKey(id: string): readonly string[] {
  return ['plan', id]
}

export const NEWS = ['news'] as const
export const MY_ACTIONS = ['my-actions'] as const

/** What has changed in one journal. */
export function changesKey(id: string): readonly string[] {
  return ['rows', id, 'changes']
}
