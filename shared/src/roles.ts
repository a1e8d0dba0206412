/** Who may do what in a journal. One table, used by routes, frames and buttons alike. */
import { z } from 'zod'

/** What a person may do in one journal. Belongs to the membership, never to the account. */
export const Role = z.enum(['owner', 'editor', 'commenter', 'viewer'])
export type Role = z.infer<typeof Role>

/** Which chair a person sits on in one journal. There is one mentor and one mentee; third seats are as many as are invited. */
export const Seat = z.enum(['mentor', 'mentee', 'third'])
export type Seat = z.infer<typeof Seat>

const ACTS = {
  /** Open the journal and see who else is here. */
  read: ['owner', 'editor', 'commenter', 'viewer'],
  /** Leave the journal; the others keep it. */
  leave: ['owner', 'editor', 'commenter', 'viewer'],
  comment: ['owner', 'editor', 'commenter'],
  /** Say what only the person themself can: commit, accept, check in. */
  vouch: ['owner', 'editor', 'commenter'],
  /** Write into the document. */
  edit: ['owner', 'editor'],
  rename: ['owner', 'editor'],
  /** Make, list and revoke invitations. */
  invite: ['owner'],
  /** Archive and unarchive. */
  archive: ['owner'],
  /** Change another member's role, or remove them. */
  manage: ['owner'],
} as const satisfies Record<string, readonly Role[]>

export type Act = keyof typeof ACTS

/** Whether somebody of this role may do this, in a journal that is not archived. */
export function may(role: Role, act: Act): boolean {
  return (ACTS[act] as readonly Role[]).includes(role)
}

/** What stays possible in an archived journal: it can be read, left, managed and brought back, and not be written. */
export function mayWhenArchived(act: Act): boolean {
  return act !== 'edit' && act !== 'comment' && act !== 'vouch' && act !== 'rename' && act !== 'invite'
}

export const ALL_ACTS = Object.keys(ACTS) as readonly Act[]
