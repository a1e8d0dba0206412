/** What becomes of a command after one attempt. Pure. */
import { Failure, type FailureCode, failureKind } from '@tandem/shared/failure.ts'

export type Outcome =
  | { readonly kind: 'done' }
  /** Later it may be taken: nobody answered, the server cannot now, or nobody is signed in. */
  | { readonly kind: 'wait'; readonly isDefect: boolean }
  | { readonly kind: 'refused'; readonly code: FailureCode }

/** A server that answers a command so often with its own defect will not take it: the others behind it must not wait for ever. */
const DEFECTS = 5

/** `defects` is how often this command has met one before. */
export function outcomeOf(trouble: unknown, defects: number): Outcome {
  if (!(trouble instanceof Failure)) return { kind: 'wait', isDefect: false }
  const { code } = trouble
  if (code === 'internal') return defects + 1 < DEFECTS ? { kind: 'wait', isDefect: true } : { kind: 'refused', code }
  // Whoever signs in again goes on; nothing of theirs is refused because their sign-in has ended.
  if (code === 'signed-out' || failureKind(code).retry) return { kind: 'wait', isDefect: false }
  return { kind: 'refused', code }
}
