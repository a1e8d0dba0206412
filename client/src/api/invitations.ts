/** Invitations, on both ends of the link. */
import * as contracts from '@tandem/shared/contracts/invitations.ts'
import type { JournalId } from '@tandem/shared/ids.ts'
import { useQuery } from '@tanstack/react-query'
import { call } from './call.ts'
import { invitationsKey, JOURNALS, lookKey, ME } from './keys.ts'
import { useAct } from './use-act.ts'

/** The invitations of a journal that can still be used. */
export function useInvitations(journal: JournalId) {
  return useQuery({ queryKey: invitationsKey(journal), queryFn: () => call(contracts.list, { id: journal }), select: (answer) => answer.invitations })
}

/** Makes a link for one seat and role. */
export function useInvite(journal: JournalId) {
  return useAct(contracts.invite, invitationsKey(journal))
}

/** Withdraws a link. */
export function useRevokeInvitation(journal: JournalId) {
  return useAct(contracts.revoke, invitationsKey(journal))
}

/** Who invites me to what. Asked anew each time: whoever signed in meanwhile may be in the journal already. */
export function useInvitation(token: string) {
  return useQuery({ queryKey: lookKey(token), queryFn: () => call(contracts.look, { token }), staleTime: 0 })
}

/** Takes the seat; signs a new person in. */
export function useAcceptInvitation() {
  return useAct(contracts.accept, ME, JOURNALS)
}
