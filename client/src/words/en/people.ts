/** Every word of the people of a journal and their invitations, in English. */

export const people = {
  title: 'People',
  me: (name: string) => `${name} (you)`,
  roleOf: (name: string) => `What ${name} may do`,
  remove: 'Remove…',
  moreOf: (name: string) => `More for ${name}`,
  removeTitle: (name: string) => `Remove ${name}?`,
  removeLead: 'They can no longer open the journal, from this moment on. Everything they wrote stays.',
  removeAction: 'Remove',
  invite: 'Invite somebody',
  inviteLead: 'Make a link and send it as you like. It works once.',
  seat: 'Seat',
  role: 'Role',
  seatTaken: (seat: string) => `${seat} (taken)`,
  make: 'Make a link',
  linkReady: 'Send this link. It is shown only now.',
  link: 'Invitation link',
  copyFailed: 'Could not copy: select the link and copy it yourself.',
  until: (day: string) => `Works once, until ${day}.`,
  another: 'Make another link',
  open: 'Open invitations',
  openLine: (seat: string, role: string) => `${seat} · ${role}`,
  madeBy: (name: string, day: string) => `by ${name}, until ${day}`,
  revoke: 'Withdraw',
  revokeOf: (seat: string) => `Withdraw the invitation for ${seat}`,
  archived: 'This journal is archived. Bring it back to invite somebody.',
}

export type PeopleWords = typeof people
