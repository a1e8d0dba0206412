/**
 * Keeps the binding's memory of the caret fresh while one remote edit is taken over in several steps. Yjs tidies up marks in a
 * second transaction of the same turn; the binding would restore the caret of before the first one there, at a place that may be gone.
 */
import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { getRelativeSelection, type ProsemirrorBinding, ySyncPluginKey } from '@tiptap/y-tiptap'

export const FreshSelection = Extension.create({
  name: 'freshSelection',

  addProseMirrorPlugins() {
    return [
      new Plugin({
        view: () => ({
          update: ({ state }) => {
            const { binding } = ySyncPluginKey.getState(state) as { readonly binding: ProsemirrorBinding }
            // It is empty between edits and must stay so.
            if (binding.beforeTransactionSelection) binding.beforeTransactionSelection = getRelativeSelection(binding, state)
          },
        }),
      }),
    ]
  },
})
