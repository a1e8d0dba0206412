/** Puts our writing of blocks in the place of the binding's. The only file that reaches into it; the versions are pinned. */
import { Extension } from '@tiptap/core'
import { type EditorState, Plugin } from '@tiptap/pm/state'
import { getRelativeSelection, type ProsemirrorBinding, ySyncPluginKey } from '@tiptap/y-tiptap'
import { writeBlocks } from './write-blocks.ts'

export const WriteByBlock = Extension.create({
  name: 'writeByBlock',
  // Before the binding begins.
  priority: 1001,

  addProseMirrorPlugins() {
    return [
      new Plugin({
        view: ({ state }) => {
          const { binding } = ySyncPluginKey.getState(state) as { binding: ProsemirrorBinding }
          writeByBlock(binding)
          drawWithoutSelection(binding)
          return {}
        },
      }),
    ]
  },
})

function writeByBlock(binding: ProsemirrorBinding): void {
  binding._prosemirrorChanged = (page) => {
    binding.doc.transact(() => {
      writeBlocks(binding, page)
      const view = binding.prosemirrorView as { readonly state: EditorState } | null
      if (view) binding.beforeTransactionSelection = getRelativeSelection(binding, view.state)
    }, ySyncPluginKey)
  }
}

/** The first drawing would put a caret between blocks, where none can be. A selection that resolves to nothing keeps it from that. */
function drawWithoutSelection(binding: ProsemirrorBinding): void {
  const draw = binding._forceRerender.bind(binding)
  binding._forceRerender = () => {
    const memory = binding as { beforeTransactionSelection: unknown }
    const before = memory.beforeTransactionSelection
    memory.beforeTransactionSelection = { type: 'none' }
    draw()
    memory.beforeTransactionSelection = before
  }
}
