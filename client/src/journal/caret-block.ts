/** Marks the block the caret is in, so that it can show what it offers while all others stay quiet. */
import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { caretBlock } from './blocks/page-blocks.ts'

export const CaretBlock = Extension.create({
  name: 'caretBlock',

  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          decorations: (state) => {
            const block = state.selection.empty ? caretBlock(state) : undefined
            if (!block) return null
            return DecorationSet.create(state.doc, [Decoration.node(block.pos, block.pos + block.node.nodeSize, { 'data-caret': 'true' })])
          },
        },
      }),
    ]
  },
})
