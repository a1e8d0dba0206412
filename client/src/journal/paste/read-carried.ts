/** Reads the facts out of pasted HTML and gives their blocks the ids they will have here. */
import type { Facts } from '@tandem/shared/document/facts.ts'
import { z } from 'zod'

interface Reading {
  readonly carried: { readonly take: (facts: Facts) => string }
  readonly isKnown: (id: string) => boolean
}

/** Facts are small; what is longer was not written by us. */
const LONGEST = 4_000

const WrittenFacts = z.record(z.string().max(64), z.union([z.string().max(1000), z.number(), z.boolean(), z.null()]))

/** The HTML with the new ids in it. Facts of one pasted block that name another are led to its new id. */
export function readCarried(html: string, { carried, isKnown }: Reading): string {
  if (!html.includes('data-facts')) return html
  const page = new DOMParser().parseFromString(html, 'text/html')
  const found = [...page.querySelectorAll<HTMLElement>('[data-kind][data-facts]')].flatMap((element) => {
    const { id, facts } = element.dataset
    const read = parseFacts(facts ?? '')
    return read && !(id && isKnown(id)) ? [{ element, id, facts: read }] : []
  })
  const fresh = new Map<string, string>()
  // Goals first: an action says which one it serves.
  for (const { element, id, facts } of found.toSorted((a, b) => namesBlocks(a.facts) - namesBlocks(b.facts))) {
    const led = Object.fromEntries(Object.entries(facts).map(([field, value]) => [field, (isReference(field) && fresh.get(String(value))) || value]))
    const now = carried.take(led)
    if (id) fresh.set(id, now)
    element.dataset['id'] = now
  }
  for (const element of page.querySelectorAll('[data-facts]')) element.removeAttribute('data-facts')
  return page.body.innerHTML
}

function isReference(field: string): boolean {
  return field === 'goal' || field === 'replacedBy'
}

function namesBlocks(facts: Facts): number {
  return Object.keys(facts).some(isReference) ? 1 : 0
}

function parseFacts(text: string): Facts | undefined {
  if (text.length > LONGEST) return undefined
  try {
    const facts = WrittenFacts.safeParse(JSON.parse(text))
    return facts.success ? facts.data : undefined
  } catch (error) {
    // Not ours: the words are pasted without facts.
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
