/** Everything that can be refused, once: its code, HTTP status, websocket close code, whether trying again helps, and the words a person reads. */

interface FailureKind {
  /** HTTP status of a refused call or upgrade. */
  readonly status: number
  /** Websocket close code; absent where the connection stays open. */
  readonly close?: number
  /** Whether the same request may succeed later without the person changing anything. */
  readonly retry: boolean
  /** One or two sentences in the person's language: what happened, what was kept, what to do. */
  readonly words: string
}

export const FAILURES = {
  // Calls
  'unknown-route': { status: 404, retry: false, words: 'There is nothing at this address.' },
  'malformed-input': { status: 400, retry: false, words: 'Something in this request is not as it should be. Nothing was changed.' },
  'title-too-long': { status: 400, retry: false, words: 'A title has at most 200 characters. Please shorten it.' },
  'title-missing': { status: 400, retry: false, words: 'Please give it a title.' },
  'name-missing': { status: 400, retry: false, words: 'Please tell us your name, so the other knows who is writing.' },
  'name-too-long': { status: 400, retry: false, words: 'A name has at most 60 characters. Please shorten it.' },
  'unknown-seat': { status: 400, retry: false, words: 'A seat is mentor, mentee or third.' },
  'unknown-role': { status: 400, retry: false, words: 'A role is owner, editor, commenter or viewer.' },
  'unknown-template': { status: 400, retry: false, words: 'There is no such template.' },
  'body-too-large': { status: 413, retry: false, words: 'This is more than can be sent at once. Nothing was changed.' },
  'too-many-requests': { status: 429, retry: true, words: 'That was a lot at once. Please wait a minute and try again.' },
  'foreign-origin': { status: 403, retry: false, words: 'This request came from another site and was refused.' },
  'cannot-store': {
    status: 503,
    close: 1013,
    retry: true,
    words: 'The server cannot save at the moment. Your words stay on this device and are sent as soon as it can.',
  },
  internal: { status: 500, close: 1011, retry: true, words: 'Something went wrong on our side. Your words are kept; please try again.' },

  // People and sign-ins
  'signed-out': { status: 401, close: 4401, retry: false, words: 'You are signed out. Sign in again to go on; what you wrote is kept on this device.' },
  'wrong-password': { status: 401, retry: false, words: 'This e-mail and password do not belong together.' },
  'email-taken': { status: 409, retry: false, words: 'Somebody already keeps journals with this e-mail. Sign in instead, or use another one.' },
  'email-invalid': { status: 400, retry: false, words: 'This does not look like an e-mail address.' },
  'password-too-short': { status: 400, retry: false, words: 'A password needs at least 8 characters.' },
  'password-too-long': { status: 400, retry: false, words: 'A password has at most 128 characters.' },
  'already-kept': { status: 409, retry: false, words: 'You already have an e-mail and a password.' },
  'unknown-sign-in': { status: 404, retry: false, words: 'This sign-in has already ended.' },

  'unknown-confirm-link': { status: 404, retry: false, words: 'This link confirms nothing any more. Ask for a new mail in the settings.' },
  'unknown-mail-link': { status: 404, retry: false, words: 'This link is not whole. Use the whole link from the mail, or change your mail in the settings.' },
  'unknown-push-service': {
    status: 422,
    retry: false,
    words: 'This server does not send to the push service of your browser. Whoever runs it can allow it.',
  },

  // Journals and members
  'unknown-journal': { status: 404, close: 4404, retry: false, words: 'There is no such journal, or you are not one of its people.' },
  'unknown-document': { status: 404, close: 4404, retry: false, words: 'There is no such journal, or you are not one of its people.' },
  'unknown-member': { status: 404, retry: false, words: 'This person is not in this journal.' },
  'not-allowed': { status: 403, close: 4403, retry: false, words: 'Your role in this journal does not allow this.' },
  'journal-archived': { status: 409, retry: false, words: 'This journal is archived: it can be read, not written. An owner can bring it back.' },
  'too-many-journals': { status: 403, retry: false, words: 'You have made as many journals as one person can here. Nothing was made.' },
  'last-member': { status: 409, retry: false, words: 'You are the last one here. Archive the journal instead of leaving it.' },
  'last-owner': { status: 409, retry: false, words: 'A journal needs an owner. Make somebody else an owner first.' },

  // Rows that people vouch for
  'not-a-party': { status: 403, retry: false, words: 'This is for the mentor and the mentee to say. A third seat sees it and takes no part in it.' },
  'id-taken': { status: 409, retry: false, words: 'This was sent under a number that somebody else has used. Nothing was changed; please say it again.' },
  'words-too-long': { status: 400, retry: false, words: 'These are more words than can be kept here. Please shorten them.' },
  'file-too-large': { status: 413, retry: false, words: 'This file is larger than this server keeps. Nothing was added.' },
  'files-full': { status: 409, retry: false, words: 'The files of this journal have used all the room there is. Nothing was added.' },
  'unknown-file': { status: 404, retry: false, words: 'There is no such file in this journal.' },
  'too-many-rows': { status: 409, retry: false, words: 'This journal holds as much of this as it can. Nothing was added.' },

  // Comments
  'unknown-thread': { status: 404, retry: false, words: 'This thread is not in this journal.' },
  'unknown-comment': { status: 404, retry: false, words: 'This comment is not here any more.' },
  'not-yours': { status: 403, retry: false, words: 'Only who wrote a comment can change or delete it.' },

  // Invitations
  'unknown-invitation': { status: 404, retry: false, words: 'This invitation link is not valid. Ask for a new one.' },
  'invitation-expired': { status: 410, retry: false, words: 'This invitation has expired. Ask for a new one.' },
  'invitation-revoked': { status: 410, retry: false, words: 'This invitation was withdrawn. Ask for a new one.' },
  'invitation-used': { status: 410, retry: false, words: 'This invitation was already used. If that was you, sign in; otherwise ask for a new one.' },
  'seat-taken': { status: 409, retry: false, words: 'Somebody already sits on this seat.' },
  'journal-full': { status: 409, retry: false, words: 'This journal has as many people as it can have. Ask its owner.' },
  'too-many-invitations': { status: 409, retry: false, words: 'This journal has too many open links. Withdraw some of them first.' },
  'already-member': { status: 409, retry: false, words: 'You are already in this journal.' },

  // The wire
  'schema-too-old': {
    status: 426,
    close: 4426,
    retry: false,
    words: 'This page is older than the journal. Reload to get the new version; what you wrote is kept.',
  },
  'schema-unknown': { status: 400, retry: false, words: 'This page speaks a newer version than the server does. Please try again in a while.' },
  'malformed-frame': { status: 400, close: 4400, retry: true, words: 'Something arrived garbled and was refused. Your words are kept on this device.' },
  'frame-too-large': {
    status: 413,
    close: 1009,
    retry: false,
    words: 'This edit is too large to be sent at once. It is kept on this device: undo it, or export a copy.',
  },
  'document-too-large': {
    status: 413,
    retry: false,
    words: 'This journal has reached its size limit. Your last words are kept on this device: export a copy.',
  },
  'read-only': { status: 403, retry: false, words: 'You can read this journal, not write in it.' },
  'missing-updates': { status: 409, retry: true, words: 'Some of your edits cannot be sent. They stay here: export a copy.' },
  'foreign-client-id': {
    status: 403,
    close: 4409,
    retry: false,
    words: "Edits here carry somebody else's mark and cannot be saved. Export a copy, then begin anew.",
  },
  'broken-document': {
    status: 500,
    retry: false,
    words:
      'Somebody put something into this journal that breaks it on this page. To lose nothing, nothing more can be written here: export a copy, and tell its owner.',
  },
  'slow-reader': { status: 503, close: 4508, retry: true, words: 'The connection fell behind and is being renewed.' },
  'too-many-connections': { status: 503, close: 1013, retry: true, words: 'Too many connections are open. Close some tabs and try again.' },
  'role-changed': { status: 409, close: 4410, retry: true, words: 'Your role in this journal has changed.' },
  stopping: { status: 503, close: 1012, retry: true, words: 'The server is restarting. Your words are kept and are sent in a moment.' },
} as const satisfies Record<string, FailureKind>

export type FailureCode = keyof typeof FAILURES

/** What the catalogue says of a code. */
export function failureKind(code: FailureCode): FailureKind {
  return FAILURES[code]
}

export function isFailureCode(code: string): code is FailureCode {
  return Object.hasOwn(FAILURES, code)
}

/** Expected trouble. `details` go to the log, never to the person; they must not hold words of a journal or secrets. */
export class Failure extends Error {
  readonly code: FailureCode
  readonly details: Readonly<Record<string, unknown>>

  constructor(code: FailureCode, details: Readonly<Record<string, unknown>> = {}) {
    super(FAILURES[code].words)
    this.name = 'Failure'
    this.code = code
    this.details = details
  }
}
