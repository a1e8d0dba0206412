/** The last good answers, kept in this browser, so that a journal once opened can be found again without network. */
import type { Contract } from '@tandem/shared/contracts/contract.ts'
import type { z } from 'zod'
import { call, fillPath } from './call.ts'
import { Unreachable } from './unreachable.ts'

const PREFIX = 'tandem:kept:'

/** Makes the call and keeps its answer; when nobody answers, gives the kept one. `hear` is told of an answer of the server's. Anything it refuses is refused here too. */
export async function callOrKept<Input extends z.ZodType, Output extends z.ZodType>(
  contract: Contract<Input, Output>,
  input: z.input<Input>,
  hear?: (answer: z.output<Output>) => void,
): Promise<z.output<Output>> {
  const { path } = fillPath(contract.path, input ?? {})
  try {
    const answer = await call(contract, input)
    hear?.(answer)
    keep(PREFIX + path, JSON.stringify(answer))
    return answer
  } catch (error) {
    const kept = error instanceof Unreachable ? findKept(contract, input) : undefined
    if (kept === undefined) throw error
    given += 1
    return kept
  }
}

let given = 0

/** How often a kept answer has stood in since the page was opened. */
export function keptAnswersGiven(): number {
  return given
}

/** The last good answer, at once: what is shown while the server is asked, or does not answer. */
export function findKept<Input extends z.ZodType, Output extends z.ZodType>(
  contract: Contract<Input, Output>,
  input: z.input<Input>,
): z.output<Output> | undefined {
  const { path } = fillPath(contract.path, input ?? {})
  const kept = localStorage.getItem(PREFIX + path)
  return kept === null ? undefined : contract.output.safeParse(JSON.parse(kept)).data
}

function keep(name: string, answer: string): void {
  try {
    localStorage.setItem(name, answer)
  } catch (error) {
    // A full or forbidden storage costs the offline start, not the answer; the journal's screen tells that nothing is kept.
    console.warn('An answer could not be kept', error)
  }
}

/** Forgets everything kept: at sign-out, and when another person signs in. */
export function forgetKeptAnswers(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key)
}
