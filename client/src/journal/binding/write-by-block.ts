/** Puts our writing of blocks in the place of the binding's. The only file that reaches into it; the versions are pinned. */
import type { EditorState } from '@tiptap/pm/state'
import { getRelativeSelection, type ProsemirrorBinding, ySyncPluginKey } from '@tiptap/y-tiptap'
import { writeBlocks } from './write-blocks.ts'

/** From here on, what is written in this editor reaches the document block by block. */
export function writeByBlock(state: EditorState): void {
  const { binding } = ySyncPluginKey.getState(state) as { binding: ProsemirrorBinding }
  binding._prosemirrorChanged = (page) => {
    binding.doc.transact(() => {
      writeBlocks(binding, page)
      const view = binding.prosemirrorView as { readonly state: EditorState } | null
      if (view) binding.beforeTransactionSelection = getRelativeSelection(binding, view.state)
    }, ySyncPluginKey)
  }
}
