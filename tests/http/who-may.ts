/** Who may call what: every route, once. A route without a row fails the tests; so does a row without a route. */
import type { FailureCode } from '@tandem/shared/failure.ts'

/** Everybody a call can come from, seen from one journal. */
export const CALLERS = ['owner', 'editor', 'commenter', 'viewer', 'removed', 'stranger', 'signed-out'] as const
export type CallerKind = (typeof CALLERS)[number]

/** `ok`, or the code it is refused with. */
export type Outcome = 'ok' | FailureCode

export interface Row {
  readonly method: string
  readonly path: string
  /** In the journal in which they have these roles. */
  readonly outcomes: Readonly<Record<CallerKind, Outcome>>
  /** What all of them are told who are signed in, whatever they are at home, when the path names another's: a journal they are not in, somebody else's sign-in. */
  readonly elsewhere?: FailureCode
  /** What an owner is told whose own journal stands before an id of another journal. */
  readonly mixed?: Outcome
}

const anyone: Row['outcomes'] = { owner: 'ok', editor: 'ok', commenter: 'ok', viewer: 'ok', removed: 'ok', stranger: 'ok', 'signed-out': 'ok' }
const signedIn: Row['outcomes'] = { ...anyone, 'signed-out': 'signed-out' }
const unsigned = 'unknown-confirm-link' as const
const linkHolders: Row['outcomes'] = {
  owner: unsigned,
  editor: unsigned,
  commenter: unsigned,
  viewer: unsigned,
  removed: unsigned,
  stranger: unsigned,
  'signed-out': unsigned,
}
const members: Row['outcomes'] = { ...signedIn, removed: 'unknown-journal', stranger: 'unknown-journal' }
const commenters: Row['outcomes'] = { ...members, viewer: 'not-allowed' }
const editors: Row['outcomes'] = { ...members, commenter: 'not-allowed', viewer: 'not-allowed' }
const owners: Row['outcomes'] = { ...editors, editor: 'not-allowed' }

const vouchers: Row['outcomes'] = { ...members, viewer: 'not-allowed' }
/** Says something as one of the pair: Cleo's third seat may not. */
const parties: Row['outcomes'] = { ...members, commenter: 'not-a-party', viewer: 'not-allowed' }

export const ROWS: readonly Row[] = [
  { method: 'GET', path: '/api/health', outcomes: anyone },
  { method: 'GET', path: '/api/ready', outcomes: anyone },
  // From this machine, as everybody of the table is; from elsewhere see operations/metrics.
  { method: 'GET', path: '/metrics', outcomes: anyone },

  { method: 'POST', path: '/api/auth/sign-up/email', outcomes: anyone },
  { method: 'POST', path: '/api/auth/sign-in/email', outcomes: anyone },
  { method: 'POST', path: '/api/auth/sign-out', outcomes: anyone },
  { method: 'GET', path: '/api/auth/get-session', outcomes: anyone },
  { method: 'POST', path: '/api/auth/change-password', outcomes: signedIn },
  { method: 'POST', path: '/api/auth/revoke-other-sessions', outcomes: signedIn },

  { method: 'GET', path: '/api/me', outcomes: signedIn },
  { method: 'PATCH', path: '/api/me', outcomes: signedIn },
  // They all have an e-mail already; who came by a link is in people.test.ts.
  {
    method: 'POST',
    path: '/api/me/keep',
    outcomes: {
      owner: 'already-kept',
      editor: 'already-kept',
      commenter: 'already-kept',
      viewer: 'already-kept',
      removed: 'already-kept',
      stranger: 'already-kept',
      'signed-out': 'signed-out',
    },
  },
  { method: 'GET', path: '/api/me/actions', outcomes: signedIn },
  { method: 'GET', path: '/api/me/news', outcomes: signedIn },
  { method: 'GET', path: '/api/me/sign-ins', outcomes: signedIn },
  { method: 'DELETE', path: '/api/me/sign-ins/:id', outcomes: signedIn, elsewhere: 'unknown-sign-in' },

  { method: 'POST', path: '/api/journals', outcomes: signedIn },
  { method: 'GET', path: '/api/journals', outcomes: signedIn },
  { method: 'GET', path: '/api/journals/:id', outcomes: members, elsewhere: 'unknown-journal' },
  { method: 'PATCH', path: '/api/journals/:id', outcomes: editors, elsewhere: 'unknown-journal' },
  { method: 'POST', path: '/api/journals/:id/archive', outcomes: owners, elsewhere: 'unknown-journal' },
  { method: 'POST', path: '/api/journals/:id/unarchive', outcomes: owners, elsewhere: 'unknown-journal' },
  { method: 'POST', path: '/api/journals/:id/leave', outcomes: members, elsewhere: 'unknown-journal' },
  { method: 'PATCH', path: '/api/journals/:id/members/:person', outcomes: owners, elsewhere: 'unknown-journal', mixed: 'unknown-member' },
  { method: 'DELETE', path: '/api/journals/:id/members/:person', outcomes: owners, elsewhere: 'unknown-journal', mixed: 'unknown-member' },

  { method: 'POST', path: '/api/journals/:id/commitments', outcomes: parties, elsewhere: 'unknown-journal' },
  { method: 'GET', path: '/api/journals/:id/commitments', outcomes: members, elsewhere: 'unknown-journal' },
  { method: 'POST', path: '/api/journals/:id/acceptances', outcomes: vouchers, elsewhere: 'unknown-journal' },
  { method: 'GET', path: '/api/journals/:id/acceptances', outcomes: members, elsewhere: 'unknown-journal' },
  { method: 'POST', path: '/api/journals/:id/check-ins', outcomes: parties, elsewhere: 'unknown-journal' },
  { method: 'GET', path: '/api/journals/:id/check-ins', outcomes: members, elsewhere: 'unknown-journal' },
  // Olga is the mentor: Edi the mentee is not asked what she is able to do.
  { method: 'POST', path: '/api/journals/:id/mentorship-anchors', outcomes: { ...parties, editor: 'not-a-party' }, elsewhere: 'unknown-journal' },
  { method: 'GET', path: '/api/journals/:id/mentorship-anchors', outcomes: members, elsewhere: 'unknown-journal' },

  { method: 'POST', path: '/api/journals/:id/files', outcomes: editors, elsewhere: 'unknown-journal' },
  { method: 'GET', path: '/api/journals/:id/files/:file', outcomes: members, elsewhere: 'unknown-journal', mixed: 'unknown-file' },
  { method: 'GET', path: '/api/journals/:id/comments', outcomes: members, elsewhere: 'unknown-journal' },
  { method: 'POST', path: '/api/journals/:id/comments', outcomes: commenters, elsewhere: 'unknown-journal' },
  { method: 'PATCH', path: '/api/journals/:id/comments/:comment', outcomes: commenters, elsewhere: 'unknown-journal', mixed: 'unknown-comment' },
  { method: 'DELETE', path: '/api/journals/:id/comments/:comment', outcomes: commenters, elsewhere: 'unknown-journal', mixed: 'unknown-comment' },
  { method: 'POST', path: '/api/journals/:id/comments/:comment/reactions', outcomes: commenters, elsewhere: 'unknown-journal', mixed: 'unknown-comment' },
  { method: 'PATCH', path: '/api/journals/:id/threads/:thread', outcomes: commenters, elsewhere: 'unknown-journal', mixed: 'unknown-thread' },
  { method: 'POST', path: '/api/journals/:id/comments/read', outcomes: members, elsewhere: 'unknown-journal' },

  { method: 'GET', path: '/api/notices', outcomes: signedIn },
  { method: 'GET', path: '/api/notices/count', outcomes: signedIn },
  // Whose the notices are is in notices.test.ts: those that are not one's own are passed over.
  { method: 'POST', path: '/api/notices/mark', outcomes: signedIn },
  { method: 'POST', path: '/api/notices/read-all', outcomes: signedIn },
  { method: 'GET', path: '/api/me/notifications', outcomes: signedIn },
  { method: 'PATCH', path: '/api/me/notifications', outcomes: signedIn },
  { method: 'POST', path: '/api/me/push', outcomes: signedIn },
  { method: 'DELETE', path: '/api/me/push', outcomes: signedIn },
  // Whoever holds the mail may stop it.
  // With a token that nobody has signed: who may is who has the mail, see tests/told.
  { method: 'POST', path: '/api/confirm', outcomes: linkHolders },
  { method: 'POST', path: '/api/me/confirmation', outcomes: signedIn },
  { method: 'GET', path: '/api/unsubscribe/:mailToken', outcomes: anyone },
  { method: 'POST', path: '/api/unsubscribe/:mailToken', outcomes: anyone },
  { method: 'PATCH', path: '/api/journals/:id/notifications', outcomes: members, elsewhere: 'unknown-journal' },
  // One's own, whatever one's role.
  { method: 'GET', path: '/api/journals/:id/plan', outcomes: members, elsewhere: 'unknown-journal' },
  { method: 'POST', path: '/api/journals/:id/plan', outcomes: editors, elsewhere: 'unknown-journal' },
  { method: 'GET', path: '/api/templates', outcomes: signedIn },
  { method: 'POST', path: '/api/journals/:id/templates', outcomes: editors, elsewhere: 'unknown-journal' },
  {
    method: 'GET',
    path: '/api/templates/:template',
    outcomes: { ...signedIn, removed: 'unknown-template', stranger: 'unknown-template' },
    elsewhere: 'unknown-template',
  },
  // Only who saved it; in the stage that is the owner.
  {
    method: 'DELETE',
    path: '/api/templates/:template',
    outcomes: {
      ...signedIn,
      editor: 'unknown-template',
      commenter: 'unknown-template',
      viewer: 'unknown-template',
      removed: 'unknown-template',
      stranger: 'unknown-template',
    },
    elsewhere: 'unknown-template',
  },

  { method: 'GET', path: '/api/journals/:id/changes', outcomes: members, elsewhere: 'unknown-journal' },
  // Of a block that is not there nothing is told; whose record it is is in record.test.ts.
  { method: 'GET', path: '/api/journals/:id/blocks/:block/record', outcomes: members, elsewhere: 'unknown-journal', mixed: 'ok' },
  { method: 'GET', path: '/api/journals/:id/touched', outcomes: members, elsewhere: 'unknown-journal' },
  { method: 'POST', path: '/api/journals/:id/seen', outcomes: members, elsewhere: 'unknown-journal' },
  { method: 'POST', path: '/api/journals/:id/watched', outcomes: members, elsewhere: 'unknown-journal' },

  { method: 'POST', path: '/api/journals/:id/invitations', outcomes: owners, elsewhere: 'unknown-journal' },
  { method: 'GET', path: '/api/journals/:id/invitations', outcomes: owners, elsewhere: 'unknown-journal' },
  { method: 'DELETE', path: '/api/journals/:id/invitations/:invitation', outcomes: owners, elsewhere: 'unknown-journal', mixed: 'unknown-invitation' },
  { method: 'GET', path: '/api/invitations/:token', outcomes: anyone },
  {
    method: 'POST',
    path: '/api/invitations/:token/accept',
    outcomes: { ...anyone, owner: 'already-member', editor: 'already-member', commenter: 'already-member', viewer: 'already-member' },
  },
]

export interface FrameRow {
  /** `sync.<step>` or the message type of PROTOCOL.md. */
  readonly frame: string
  readonly outcomes: Readonly<Record<CallerKind, Outcome>>
}

/** What everybody who is signed in is told, before any frame, when they open a document of a journal they are not in. */
export const FRAMES_ELSEWHERE: FailureCode = 'unknown-document'

const joined: Row['outcomes'] = { ...anyone, removed: 'unknown-document', stranger: 'unknown-document', 'signed-out': 'signed-out' }
const writers: Row['outcomes'] = { ...joined, commenter: 'read-only', viewer: 'read-only' }
const nobody: Row['outcomes'] = { ...joined, owner: 'malformed-frame', editor: 'malformed-frame', commenter: 'malformed-frame', viewer: 'malformed-frame' }

/** Who may send what on the websocket. Whoever may not even open it is refused there. */
export const FRAME_ROWS: readonly FrameRow[] = [
  { frame: 'sync.step1', outcomes: joined },
  { frame: 'sync.step2', outcomes: writers },
  { frame: 'sync.update', outcomes: writers },
  { frame: 'awareness', outcomes: joined },
  { frame: 'queryAwareness', outcomes: joined },
  { frame: 'auth', outcomes: nobody },
  { frame: 'ack', outcomes: nobody },
  { frame: 'refused', outcomes: nobody },
  { frame: 'fullness', outcomes: nobody },
  { frame: 'hint', outcomes: nobody },
]
