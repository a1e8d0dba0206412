/** Why a connection ended, in the catalogue's words, and whether to come back by oneself. */
import { FAILURES, type FailureCode, failureKind, isFailureCode } from '@tandem/shared/failure.ts'

export interface Closing {
  readonly code: number
  readonly reason: string
}

const BY_CLOSE_CODE = new Map<number, FailureCode>()
for (const code of Object.keys(FAILURES)) {
  if (!isFailureCode(code)) continue
  const { close } = failureKind(code)
  if (close !== undefined && !BY_CLOSE_CODE.has(close)) BY_CLOSE_CODE.set(close, code)
}

/** The failure a close stands for; `undefined` for an ordinary loss of the connection. */
export function findCloseFailure(closing: Closing): FailureCode | undefined {
  if (isFailureCode(closing.reason)) return closing.reason
  return BY_CLOSE_CODE.get(closing.code)
}

/** Whether the same connection may succeed later without the person doing anything. */
export function isWorthRetrying(closing: Closing): boolean {
  const failure = findCloseFailure(closing)
  // An edit that is too large closes the connection, but what others write must still arrive.
  return failure === undefined || failure === 'frame-too-large' || failureKind(failure).retry
}
