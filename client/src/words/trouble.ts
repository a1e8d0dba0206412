/** What a person reads when something went wrong. */
import { FAILURES, Failure, type FailureCode } from '@tandem/shared/failure.ts'
import { words } from './words.ts'

/** The words of a refusal: this language's own, or else the catalogue's. */
export function failureWords(code: FailureCode): string {
  return words.failures[code] ?? FAILURES[code].words
}

/** One or two sentences for anything thrown: a refusal by its code, a server that cannot be reached, or a defect. */
export function troubleWords(error: unknown): string {
  if (error instanceof Failure) return failureWords(error.code)
  return error instanceof Error && error.name === 'Unreachable' ? words.trouble.unreachable : words.trouble.defect
}
