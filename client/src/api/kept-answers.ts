/** The last good answers, kept in this browser, so that a journal once opened can be found again without network. */
import type { Contract } from '@tandem/shared/contracts/contract.ts'
import type { z } from 'zod'
import { call, fillPath } from './call.ts'
import { Unreachable } from './unreachable.ts'

const PREFIX = 'tandem:kept:'

/** Makes the call and keeps its answer; when nobody answers, gives the kept one. Anything the server refuses is refused here too. */
export async function callOrKept<Input extends z.ZodType, Output extends z.ZodType>(
  contract: Contract<Input, Output>,
  input: z.input<Input>,
): Promise<z.output<Output>> {
  const { path } = fillPath(contract.path, input ?? {})
  try {
    const answer = await call(contract, input)
    localStorage.setItem(PREFIX + path, JSON.stringify(answer))
    return answer
  } catch (error) {
    const kept = error instanceof Unreachable ? localStorage.getItem(PREFIX + path) : null
    if (kept === null) throw error
    const answer = contract.output.safeParse(JSON.parse(kept))
    if (!answer.success) throw error
    return answer.data
  }
}

/** Forgets everything kept: at sign-out, and when another person signs in. */
export function forgetKeptAnswers(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key)
}
