/** Invitations: a link for one seat and role, used once. */
import { z } from 'zod'
import { InvitationId, JournalId, Millis } from '../ids.ts'
import { Role, Seat } from '../roles.ts'
import { contract } from './contract.ts'
import { oneLine } from './one-line.ts'

/** The secret of a link; base64url of 32 random bytes. Only its hash is stored. */
export const InvitationToken = z.string().min(20).max(128)

export const NAME_LIMIT = 60
export const PersonName = oneLine(NAME_LIMIT)

export const Invitation = z.object({ id: InvitationId, seat: Seat, role: Role, createdAt: Millis, expiresAt: Millis, by: z.string() })
export type Invitation = z.infer<typeof Invitation>

export const invite = contract({
  method: 'POST',
  path: '/api/journals/:id/invitations',
  input: z.object({ id: JournalId, seat: Seat, role: Role }),
  output: z.object({ id: InvitationId, url: z.url(), expiresAt: Millis }),
})

/** The ones that can still be used. The links themselves cannot be shown again. */
export const list = contract({
  method: 'GET',
  path: '/api/journals/:id/invitations',
  input: z.object({ id: JournalId }),
  output: z.object({ invitations: z.array(Invitation) }),
})

export const revoke = contract({
  method: 'DELETE',
  path: '/api/journals/:id/invitations/:invitation',
  input: z.object({ id: JournalId, invitation: InvitationId }),
  output: z.object({}),
})

/** What the page before accepting shows. Needs no sign-in; changes nothing. `joined` is the journal of somebody who is in it already, for whom the link stays a way there. */
export const look = contract({
  method: 'GET',
  path: '/api/invitations/:token',
  input: z.object({ token: InvitationToken }),
  output: z.object({
    journal: z.string(),
    by: z.string(),
    seat: Seat,
    role: Role,
    expiresAt: Millis,
    people: z.array(z.string()),
    joined: JournalId.nullable(),
  }),
})

/** Takes the seat. Without a sign-in the name makes a new person and signs them in. */
export const accept = contract({
  method: 'POST',
  path: '/api/invitations/:token/accept',
  input: z.object({ token: InvitationToken, name: PersonName.optional() }),
  output: z.object({ id: JournalId, documentId: z.string() }),
})
