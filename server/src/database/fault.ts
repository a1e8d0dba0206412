/** What a database can answer instead of a result, in words that fit every database. Only dialects make these. */
import { Failure } from '@tandem/shared/failure.ts'

/** Why the store could not be written or read: somebody else holds it, there is no room, or the disk or its files fail. */
export type StorageTrouble = 'busy' | 'full' | 'broken'

/** The store failed and nothing of the query or transaction was kept. The person is told `cannot-store`. */
export class StorageFault extends Failure {
  readonly trouble: StorageTrouble

  constructor(trouble: StorageTrouble, details: Readonly<Record<string, unknown>>) {
    super('cannot-store', { trouble, ...details })
    this.name = 'StorageFault'
    this.trouble = trouble
  }
}

export type ConstraintKind = 'unique' | 'foreign-key' | 'unchanged' | 'other'

/** A row would break a rule of its table; the caller knows whether that is a Failure or a defect. */
export class ConstraintFault extends Error {
  readonly kind: ConstraintKind

  constructor(kind: ConstraintKind, message: string) {
    super(message)
    this.name = 'ConstraintFault'
    this.kind = kind
  }
}

/** Whether an error says that a row with this key is already there. */
export function isAlreadyThere(error: unknown): error is ConstraintFault {
  return error instanceof ConstraintFault && error.kind === 'unique'
}
