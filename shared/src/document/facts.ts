/** The facts of a block: scalars beside the prose, so that they survive moves, conversions and cut-and-paste. */
import type * as Y from 'yjs'
import type { BlockId } from '../ids.ts'
import { factsOf, type FactValue } from './journal-doc.ts'

export type Facts = Readonly<Record<string, FactValue>>

export function factKey(block: BlockId, field: string): string {
  return `${block}/${field}`
}

/** Splits a key of the facts map; `undefined` when it is not one of ours. */
export function parseFactKey(key: string): { block: BlockId; field: string } | undefined {
  const slash = key.indexOf('/')
  if (slash < 1 || slash === key.length - 1) return undefined
  return { block: key.slice(0, slash) as BlockId, field: key.slice(slash + 1) }
}

/** All facts of one block as they stand, whether or not its kind knows them. Costs one walk over the map: to read many blocks use `readAllFacts`. */
export function readFacts(doc: Y.Doc, block: BlockId): Facts {
  return readAllFacts(doc).get(block) ?? {}
}

/** The facts of every block, in one walk. */
export function readAllFacts(doc: Y.Doc): Map<BlockId, Record<string, FactValue>> {
  const all = new Map<BlockId, Record<string, FactValue>>()
  for (const [key, value] of factsOf(doc)) {
    const parsed = parseFactKey(key)
    if (!parsed) continue
    const facts = all.get(parsed.block) ?? {}
    facts[parsed.field] = value
    all.set(parsed.block, facts)
  }
  return all
}

/** Writes facts of a block in one transaction. `null` clears a fact. A value that is already there is not written again. */
export function writeFacts(doc: Y.Doc, block: BlockId, facts: Facts, origin?: unknown): void {
  const map = factsOf(doc)
  doc.transact(() => {
    for (const [field, value] of Object.entries(facts)) {
      const key = factKey(block, field)
      if (value === null) map.delete(key)
      else if (map.get(key) !== value) map.set(key, value)
    }
  }, origin)
}
