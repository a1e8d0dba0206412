/** Remembers, as long as the journal is open, which blocks were cut or deleted here, so that pasting one back keeps its id, its link and its facts. */
import type * as Y from 'yjs'

const memories = new WeakMap<Y.Doc, Set<string>>()

export interface CutMemory {
  readonly has: (id: string) => boolean
  readonly remember: (ids: readonly string[]) => void
}

/** The memory of a journal, shared by all its pages. */
export function createCutMemory(doc: Y.Doc): CutMemory {
  const memory = memories.get(doc) ?? new Set<string>()
  memories.set(doc, memory)
  return {
    has: (id) => memory.has(id),
    remember: (ids) => {
      for (const id of ids) memory.add(id)
    },
  }
}
