/** A REST call, once, for both sides: where it is, what goes in and what comes out. */
import type { z } from 'zod'

/** The header in which a call may say whose it is; it is refused with `signed-out` when somebody else is signed in. */
export const CALLER_HEADER = 'tandem-person'

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

export interface Contract<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  readonly method: Method
  /** With `:name` for the fields of the input that stand in the path; the others are the JSON body, or the query of a GET. */
  readonly path: string
  readonly input: Input
  readonly output: Output
}

export function contract<Input extends z.ZodType, Output extends z.ZodType>(definition: Contract<Input, Output>): Contract<Input, Output> {
  return definition
}

/** The names of the input's fields that stand in the path. */
export function pathFields(path: string): string[] {
  return [...path.matchAll(/:([A-Za-z]+)/g)].map((match) => match[1] ?? '')
}
