/** Beside which field a refusal is said. */
import { Failure, type FailureCode } from '@tandem/shared/failure.ts'
import { troubleWords } from '../words/trouble.ts'

export type Field = 'name' | 'email' | 'password'
export type FieldTroubles = Partial<Readonly<Record<Field | 'form', string>>>

const PLACE: Partial<Readonly<Record<FailureCode, Field>>> = {
  'name-missing': 'name',
  'email-taken': 'email',
  'email-invalid': 'email',
  'wrong-password': 'password',
  'password-too-short': 'password',
  'password-too-long': 'password',
}

/** The words of what went wrong, at the field the person can mend, or at the form's end. */
export function placeTrouble(error: unknown): FieldTroubles {
  const place = error instanceof Failure ? PLACE[error.code] : undefined
  return { [place ?? 'form']: troubleWords(error) }
}
