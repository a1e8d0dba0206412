/** Typing at the start of a line what it should be: `# `, `- `, `1. `, `> `, `[] `, ` ``` `, `---`; and `/a `, `/g `, `/e `, `/t ` anywhere in it. */
import { Extension, InputRule } from '@tiptap/core'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { findBlockAt } from '../blocks/page-blocks.ts'
import { CODE, turnBlocks } from '../blocks/turn-into.ts'
import { beginCapture } from '../capture/capture-place.ts'
import { kindOf } from '../nodes/entry.ts'

const LINE_STARTS: readonly (readonly [RegExp, string])[] = [
  [/^#\s$/, 'heading1'],
  [/^##\s$/, 'heading2'],
  [/^###\s$/, 'heading3'],
  [/^[-*+]\s$/, 'bullet'],
  [/^1[.)]\s$/, 'numbered'],
  [/^>\s$/, 'quote'],
  [/^\[ ?\]\s$/, 'action'],
  [/^```\s$/, CODE],
]

/** The letters after a slash that turn a line at once. */
export const QUICK_KINDS: Readonly<Record<string, string>> = { a: 'action', g: 'goal', e: 'expectation', t: 'topic' }

export const MarkdownShortcuts = Extension.create({
  name: 'markdownShortcuts',
  priority: 800,

  addInputRules() {
    return [...LINE_STARTS.map(([find, kind]) => lineRule(find, (match) => (match ? kind : undefined))), quickRule(), dividerRule()]
  },
})

function lineRule(find: RegExp, kindFor: (match: RegExpMatchArray) => string | undefined): InputRule {
  return new InputRule({
    find,
    handler: ({ state, range, match }) => {
      const kind = kindFor(match)
      if (!kind) return null
      return turnLine(state, { ...range, kind }) ? undefined : null
    },
  })
}

/** A slash and a letter are an order wherever they stand. */
function quickRule(): InputRule {
  return new InputRule({
    find: /(?:^|\s)\/([aget])\s$/,
    handler: ({ state, range, match }) => {
      const kind = QUICK_KINDS[match[1] ?? '']
      if (!kind) return null
      // The space before the slash parts the words from what is written next.
      const from = range.from + (/^\s/.test(match[0]) ? 1 : 0)
      if (!turnLine(state, { from, to: range.to, kind })) return null
      beginCapture(state.tr, from)
      return undefined
    },
  })
}

/** Takes the mark away and turns the line; where it is of the kind already the mark only goes. Undefined where marks are words. */
function turnLine(state: EditorState, { from, to, kind }: { readonly from: number; readonly to: number; readonly kind: string }): Transaction | undefined {
  const block = findBlockAt(state.doc, from)
  if (!block || block.node.type.spec.code) return undefined
  const tr = state.tr.delete(from, to)
  if (kindOf(block.node) === kind) return tr
  const now = findBlockAt(tr.doc, from)
  return now && turnBlocks(tr, [now], kind)
}

/** Three dashes on a line of their own are a divider, and the line goes on below it. */
function dividerRule(): InputRule {
  return new InputRule({
    find: /^(?:---|—-|___)$/,
    handler: ({ state, range }) => {
      const block = findBlockAt(state.doc, range.from)
      const divider = state.schema.nodes['divider']
      if (!block || !divider || block.node.type.name !== 'entry') return null
      state.tr.delete(range.from, range.to).insert(block.pos, divider.create())
      return undefined
    },
  })
}
