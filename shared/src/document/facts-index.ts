/** The facts of all blocks by block, kept up to date with one observer, so that a block hears of its own facts only. */
import type * as Y from 'yjs'
import { type Facts, parseFactKey, readAllFacts } from './facts.ts'
import { factsOf, type FactValue } from './journal-doc.ts'
import type { BlockId } from '../ids.ts'

const NONE: Facts = Object.freeze({})

export interface FactsIndex {
  /** The facts of a block; the same object until one of them changes. */
  readonly of: (block: string) => Facts
  /** Calls back after facts of this block have changed, whoever changed them. Returns how to stop. */
  readonly watch: (block: string, listener: () => void) => () => void
  readonly destroy: () => void
}

export function createFactsIndex(doc: Y.Doc): FactsIndex {
  const facts = new Map<string, Facts>(readAllFacts(doc))
  const listeners = new Map<string, Set<() => void>>()
  const map = factsOf(doc)

  const observe = (event: Y.YMapEvent<FactValue>) => {
    const changed = new Set<BlockId>()
    for (const key of event.keysChanged) {
      const parsed = typeof key === 'string' ? parseFactKey(key) : undefined
      if (!parsed) continue
      const { [parsed.field]: _old, ...others } = facts.get(parsed.block) ?? NONE
      const value = map.get(key)
      facts.set(parsed.block, value === undefined ? others : { ...others, [parsed.field]: value })
      changed.add(parsed.block)
    }
    for (const block of changed) for (const listener of listeners.get(block) ?? []) listener()
  }
  map.observe(observe)

  return {
    of: (block) => facts.get(block) ?? NONE,
    watch: (block, listener) => {
      const watching = listeners.get(block) ?? new Set()
      listeners.set(block, watching.add(listener))
      return () => {
        watching.delete(listener)
        if (watching.size === 0) listeners.delete(block)
      }
    },
    destroy: () => {
      map.unobserve(observe)
      listeners.clear()
    },
  }
}
