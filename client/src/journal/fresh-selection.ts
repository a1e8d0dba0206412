/**
 * Keeps the binding's memory of the caret fresh. It is wrong in two cases, and would put the caret at a place that may be gone,
 * or throw: when Yjs tidies up marks in a second transaction of a remote edit, and after an undo, where the caret of the undone edit is remembered.
 */
import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { getRelativeSelection, type ProsemirrorBinding, ySyncPluginKey } from '@tiptap/y-tiptap'

export const FreshSelection = Extension.create({
  name: 'freshSelection',

  addProseMirrorPlugins() {
    return [new Plugin({ view: keepFresh })]
  },
})

function keepFresh(view: EditorView) {
  const { binding } = ySyncPluginKey.getState(view.state) as { readonly binding: ProsemirrorBinding }
  const remember = () => {
    binding.beforeTransactionSelection = getRelativeSelection(binding, view.state)
  }
  binding.doc.on('beforeAllTransactions', remember)
  return {
    // Between edits the memory is empty and must stay so.
    update: () => {
      if (binding.beforeTransactionSelection) remember()
    },
    destroy: () => binding.doc.off('beforeAllTransactions', remember),
  }
}
