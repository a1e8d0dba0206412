/** The calls about invitations. The token stands in the path of two of them: nothing here may log a path. */
import * as invitations from '@tandem/shared/contracts/invitations.ts'
import { Failure } from '@tandem/shared/failure.ts'
import type { PersonId } from '@tandem/shared/ids.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '../http/app.ts'
import { type OwnAddress, originForLinks } from '../http/origin.ts'
import { serve, serveAnyone } from '../http/serve.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { changeJournal, requireMember } from './change-journal.ts'
import { findOwnInvitation, listInvitations, listSeated, lookAtInvitation, makeInvitation, revokeInvitation } from './invitations.ts'
import type { JournalParts } from './journal-routes.ts'

const DAY = 24 * 60 * 60 * 1000

/** People who come by a link, without a sign-in. */
export interface LinkPeople {
  /** A new person with this name, and what signs them in. */
  begin(request: FastifyRequest, name: string): Promise<NewPerson>
  /** Takes back a person who was begun and could not sit down. */
  undo(person: PersonId): Promise<void>
}

export interface NewPerson {
  readonly person: PersonId
  /** Signs them in; to be called once they are sure to stay. */
  readonly signIn: (reply: FastifyReply) => void
}

export interface InvitationParts extends JournalParts {
  readonly own: OwnAddress
  readonly invitationDays: number
  readonly linkPeople: LinkPeople
}

export function serveInvitations(app: App, { db, bus, now, limits, own, invitationDays, linkPeople }: InvitationParts): void {
  serve(app, invitations.invite, async ({ input, person, request }) => {
    const { id: journal, seat, role } = input
    const expiresAt = now() + invitationDays * DAY
    const { id, token } = await changeJournal(db, { journal, person, act: 'invite' }, (transaction) =>
      makeInvitation(transaction, { journal, person, seat, role, now: now(), expiresAt, atMost: limits.invitations }),
    )
    const origin = originForLinks(request.headers.host, own, request.socket.localPort)
    return { id, url: `${origin}/join/${token}`, expiresAt }
  })

  serve(app, invitations.list, async ({ input, person }) => {
    await requireMember(db, { journal: input.id, person, act: 'invite' })
    return { invitations: await listInvitations(db, input.id, now()) }
  })

  serve(app, invitations.revoke, async ({ input, person }) => {
    await changeJournal(db, { journal: input.id, person, act: 'invite' }, (transaction) =>
      revokeInvitation(transaction, { journal: input.id, id: input.invitation, now: now() }),
    )
    return {}
  })

  serveAnyone(app, invitations.look, async ({ input, caller }) => {
    // Whoever came by a link finds it in the chat again, and comes back by it.
    const mine = caller && (await findOwnInvitation(db, input.token, caller.person))
    const { journal, title, by, seat, role, expiresAt } = mine ?? (await lookAtInvitation(db, input.token, now()))
    const seated = await listSeated(db, journal)
    // Told before somebody types their name, not after.
    if (!mine && seat !== 'third' && seated.some((member) => member.seat === seat)) throw new Failure('seat-taken')
    return { journal: title, by, seat, role, expiresAt, people: seated.map(({ name }) => name), joined: mine ? journal : null }
  })

  serveAnyone(app, invitations.accept, async ({ input: { token, name }, caller, request, reply }) => {
    app.limits.countSignIn(request, reply)
    // Before anybody is made for a link that leads nowhere.
    const open = await lookAtInvitation(db, token, now())
    const accepted = caller ? await acceptInvitation(db, { token, person: caller.person, now: now(), atMost: limits.members }) : await acceptAsStranger()
    bus.publish({ kind: 'access-changed', journal: open.journal })
    return accepted

    async function acceptAsStranger() {
      if (!name) throw new Failure('name-missing')
      const begun = await linkPeople.begin(request, name)
      try {
        const seated = await acceptInvitation(db, { token, person: begun.person, now: now(), atMost: limits.members })
        begun.signIn(reply)
        return seated
      } catch (error) {
        await linkPeople.undo(begun.person)
        throw error
      }
    }
  })
}
