/**
 * Facts go along on the clipboard. In this journal a copy takes them from its original; in another one they are read out of the pasted HTML and
 * written under new ids: people who are not in it fall away, and so do blocks that did not come along. A file is copied into this journal first.
 */
import { Extension } from '@tiptap/core'
import { type EntryKind, readKindFacts } from '@tandem/shared/document/entries/define-entry.ts'
import type { Facts } from '@tandem/shared/document/facts.ts'
import { isStructuredKind, STRUCTURED_KINDS } from '@tandem/shared/document/kinds.ts'
import { newBlockId } from '@tandem/shared/ids.ts'
import { DOMSerializer, type Node } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { setFacts } from '../facts/fact-writes.ts'
import { factsToCopy, readCopiedFile } from '../files/copied-file.ts'
import { FILE_KIND } from '../files/put-file.ts'
import { findBlockById } from '../blocks/page-blocks.ts'
import { kindOf } from '../nodes/entry.ts'
import type { PageContext } from '../page-context.ts'
import { readCarried } from './read-carried.ts'

export interface CarriedFacts {
  /** Keeps the facts of a block that is being pasted. Returns the id the block gets. */
  readonly take: (facts: Facts) => string
  /** Whether a block of this id is being pasted with facts of its own. */
  readonly has: (id: string) => boolean
  /** The facts of those that stand on the page by now; they are kept no longer. */
  readonly arrived: (isThere: (id: string) => boolean) => readonly (readonly [string, Facts])[]
}

export function createCarriedFacts(): CarriedFacts {
  const pending = new Map<string, Facts>()
  return {
    take: (facts) => {
      const id = newBlockId()
      pending.set(id, facts)
      return id
    },
    has: (id) => pending.has(id),
    arrived: (isThere) => {
      const there = [...pending].filter(([id]) => isThere(id))
      for (const [id] of there) pending.delete(id)
      return there
    },
  }
}

interface Options {
  readonly context: PageContext | null
  readonly carried: CarriedFacts
  /** Whether this journal knows the id, so that its facts are here already. */
  readonly isKnown: (id: string) => boolean
}

export const CarryFacts = Extension.create<Options>({
  name: 'carryFacts',

  addOptions() {
    return { context: null, carried: createCarriedFacts(), isKnown: () => true }
  },

  addProseMirrorPlugins() {
    const { context, carried, isKnown } = this.options
    if (!context) return []
    return [
      new Plugin({
        props: {
          clipboardSerializer: serializerWithFacts(this.editor.schema, (node) => sayFacts(node, context)),
          transformPastedHTML: (html) => readCarried(html, { carried, isKnown }),
        },
      }),
    ]
  },

  onTransaction({ transaction }) {
    const { context, carried } = this.options
    if (!context || !transaction.docChanged) return
    const { doc } = this.editor.state
    for (const [id, facts] of carried.arrived((one) => findBlockById(doc, one) !== undefined)) {
      const block = findBlockById(doc, id)
      const kind = block ? kindOf(block.node) : ''
      const copied = kind === FILE_KIND ? readCopiedFile(facts) : undefined
      if (copied) context.screen.copyFile(id, copied)
      const known = factsThatHold(kind, facts, context)
      if (Object.keys(known).length > 0) setFacts(context.doc, id, known)
    }
  },
})

/** Only what the kind knows, of people who are here. */
function factsThatHold(kind: string, facts: Facts, context: PageContext): Facts {
  if (!isStructuredKind(kind)) return {}
  const { people, wordsOf } = context.factContext()
  const entry: EntryKind = STRUCTURED_KINDS[kind]
  const read = Object.entries(readKindFacts(entry, facts) as Facts)
  const holds = ([field, value]: readonly [string, unknown]) => {
    if (field === 'owner' || field === 'by') return people.nameOf(value) !== undefined
    return (field !== 'goal' && field !== 'replacedBy') || wordsOf(String(value)) !== undefined
  }
  return Object.fromEntries(read.filter((fact) => fact[1] !== null && holds(fact)))
}

function sayFacts(node: Node, { facts, journal }: PageContext): string | undefined {
  const id = node.attrs['id'] as string | null
  const known = id === null ? {} : factsToCopy(facts.of(id), journal)
  return Object.keys(known).length > 0 ? JSON.stringify(known) : undefined
}

function serializerWithFacts(schema: Node['type']['schema'], say: (node: Node) => string | undefined): DOMSerializer {
  const nodes = DOMSerializer.nodesFromSchema(schema)
  const plain = nodes['entry']
  if (!plain) return DOMSerializer.fromSchema(schema)
  const entry: typeof plain = (node) => {
    const facts = say(node)
    return facts === undefined ? plain(node) : withAttribute(plain(node), facts)
  }
  return new DOMSerializer({ ...nodes, entry }, DOMSerializer.marksFromSchema(schema))
}

type Spec = ReturnType<ReturnType<typeof DOMSerializer.nodesFromSchema>[string]>

/** Adds the facts where the kind of the entry is said, however deep that is. */
function withAttribute(spec: Spec, facts: string): Spec {
  if (!Array.isArray(spec)) return spec
  return spec.map((part: unknown): unknown => {
    if (Array.isArray(part)) return withAttribute(part as unknown as Spec, facts)
    return typeof part === 'object' && part !== null && 'data-kind' in part ? { ...part, 'data-facts': facts } : part
  }) as unknown as Spec
}
