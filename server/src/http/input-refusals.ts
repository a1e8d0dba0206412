/** Which failure a wrong field of a call's input is, so that a person reads what to change. */
import type { FailureCode } from '@tandem/shared/failure.ts'
import type { z } from 'zod'

interface FieldCodes {
  readonly wrong: FailureCode
  readonly tooLong?: FailureCode
}

/** By the field's name; `<first word of the path>.<field>` comes before the name alone. */
const FIELDS: Readonly<Record<string, FieldCodes>> = {
  title: { wrong: 'title-missing', tooLong: 'title-too-long' },
  name: { wrong: 'name-missing', tooLong: 'name-too-long' },
  seat: { wrong: 'unknown-seat' },
  role: { wrong: 'unknown-role' },
  template: { wrong: 'unknown-template' },
  email: { wrong: 'email-invalid' },
  password: { wrong: 'password-too-short', tooLong: 'password-too-long' },
  token: { wrong: 'unknown-invitation' },
  invitation: { wrong: 'unknown-invitation' },
  mailToken: { wrong: 'unknown-mail-link' },
  person: { wrong: 'unknown-member' },
  words: { wrong: 'malformed-input', tooLong: 'words-too-long' },
  why: { wrong: 'malformed-input', tooLong: 'words-too-long' },
  word: { wrong: 'malformed-input', tooLong: 'words-too-long' },
  sentence: { wrong: 'malformed-input', tooLong: 'words-too-long' },
  comment: { wrong: 'unknown-comment' },
  thread: { wrong: 'unknown-thread' },
  mentions: { wrong: 'unknown-member' },
  'journals.id': { wrong: 'unknown-journal' },
  'me.id': { wrong: 'unknown-sign-in' },
}

/** The failure to tell for the first thing that is wrong with an input. */
export function codeOfInput(path: string, error: z.ZodError): FailureCode {
  const issue = error.issues[0]
  const field = String(issue?.path[0] ?? '')
  const codes = FIELDS[`${path.split('/')[2]}.${field}`] ?? FIELDS[field]
  if (!issue || !codes) return 'malformed-input'
  return (issue.code === 'too_big' && codes.tooLong) || codes.wrong
}
