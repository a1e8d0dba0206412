/** Tells screen readers which lines are headings. Their levels follow one another without a gap, whatever the writer chose for the eye. */
import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { isFromYjs } from './blocks/block-ids.ts'
import { changedBlocks } from './blocks/changed-blocks.ts'
import { kindOf } from './nodes/entry.ts'

const key = new PluginKey<DecorationSet>('headingLevels')

export const HeadingLevels = Extension.create({
  name: 'headingLevels',

  addProseMirrorPlugins() {
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: (_config, state) => readHeadings(state.doc),
          apply: (tr, before, old) => {
            if (!tr.docChanged) return before
            return isFromYjs(tr) || hasHeadings(changedBlocks(old.doc, tr.doc)) ? readHeadings(tr.doc) : before.map(tr.mapping, tr.doc)
          },
        },
        props: { decorations: (state) => key.getState(state) },
      }),
    ]
  },
})

/** Writing in a plain line moves the headings and changes none: on a long page it is not worth reading them all. */
function hasHeadings({ old, now }: { readonly old: readonly Node[]; readonly now: readonly Node[] }): boolean {
  return [...old, ...now].some((node) => kindOf(node).startsWith('heading'))
}

/** The page's title stands above, on level 1. */
const TITLE = 1

function readHeadings(doc: Node): DecorationSet {
  const decorations: Decoration[] = []
  const open: number[] = []
  doc.forEach((node, pos) => {
    const rank = Number(/^heading([1-3])$/.exec(kindOf(node))?.[1] ?? 0)
    if (rank === 0) return
    while ((open.at(-1) ?? 0) >= rank) open.pop()
    open.push(rank)
    decorations.push(Decoration.node(pos, pos + node.nodeSize, { role: 'heading', 'aria-level': String(TITLE + open.length) }))
  })
  return DecorationSet.create(doc, decorations)
}
