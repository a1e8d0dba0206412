/** The caret goes along when somebody else moves its block, or joins it to another: whoever types goes on typing in their own sentence. */
import { Extension } from '@tiptap/core'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { type ProsemirrorBinding, ySyncPluginKey } from '@tiptap/y-tiptap'
import { rescuedIn } from '@tandem/shared/document/rescue/rescue-words.ts'
import type * as Y from 'yjs'
import { findBlockById } from './blocks/page-blocks.ts'
import { selectionOnScreen } from './caret-on-screen.ts'

export const CaretFollows = Extension.create({
  name: 'caretFollows',

  addProseMirrorPlugins() {
    return [new Plugin({ view: follow })]
  },
})

interface CaretPlace {
  readonly block: string
  readonly offset: number
}

function follow(view: EditorView) {
  const { doc } = (ySyncPluginKey.getState(view.state) as { readonly binding: ProsemirrorBinding }).binding
  let before: CaretPlace | undefined
  /** Before what arrived last: words are rescued right after it. */
  let beforeArrival: CaretPlace | undefined
  let due: CaretPlace | undefined
  const remember = () => {
    before = caretPlace(view)
  }
  const listen = (transaction: Y.Transaction) => {
    const rescued = rescuedIn(transaction).find(({ from }) => from === beforeArrival?.block)
    if (rescued && beforeArrival) due = { block: rescued.to, offset: rescued.follow(beforeArrival.offset) }
    if (transaction.local) return
    beforeArrival = before
    if (before && caretPlace(view)?.block !== before.block) due = before
  }
  // Only when everything is shown: what the editor does earlier, it does to a page without the latest words, and they would go.
  const settle = () => {
    const place = due
    due = undefined
    if (place) put(view, place)
  }
  doc.on('beforeAllTransactions', remember)
  doc.on('afterTransaction', listen)
  doc.on('afterAllTransactions', settle)
  return {
    destroy: () => {
      doc.off('beforeAllTransactions', remember)
      doc.off('afterTransaction', listen)
      doc.off('afterAllTransactions', settle)
    },
  }
}

/** As the screen shows it: a click that the editor has not heard of yet is no move of a block. */
function caretPlace(view: EditorView): CaretPlace | undefined {
  const { anchor, head } = selectionOnScreen(view)
  if (!(view.state.selection instanceof TextSelection) || anchor !== head) return undefined
  const caret = view.state.doc.resolve(head)
  if (caret.depth === 0) return undefined
  const block = caret.node(1).attrs['id'] as string | null
  return block === null ? undefined : { block, offset: caret.parentOffset }
}

function put(view: EditorView, { block, offset }: CaretPlace): void {
  const found = findBlockById(view.state.doc, block)
  if (!found?.node.isTextblock) return
  const at = found.pos + 1 + Math.min(offset, found.node.content.size)
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, at)).setMeta('addToHistory', false))
}
