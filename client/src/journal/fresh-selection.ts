/**
 * Keeps the binding's memory of the caret true. By itself it is wrong in three cases. When the other types into the paragraph my caret is
 * in, it takes the caret for misplaced, because the paragraph's words differ from before, and puts it back to its old distance from the
 * paragraph's beginning: my next letter then lands among the other's. When Yjs tidies up marks in a second transaction of a remote
 * edit, and after an undo, it restores a caret of earlier, and throws where that place is gone.
 */
import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { getRelativeSelection, type ProsemirrorBinding, ySyncPluginKey } from '@tiptap/y-tiptap'
import { type Ends, selectionOnScreen, watchFocus } from './caret-on-screen.ts'

/** The binding's types promise numbers, and its code allows for their absence. */
const NO_NUMBERS = { absAnchor: undefined, absHead: undefined } as unknown as { absAnchor: number; absHead: number }

export const FreshSelection = Extension.create({
  name: 'freshSelection',

  addProseMirrorPlugins() {
    return [new Plugin({ view: watchFocus }), new Plugin({ view: keepFresh }), clicksCount(), clicksFromOutside(), keysCount()]
  },
})

/** Others' carets, highlights and changes are drawn by transactions that change nothing, and drawing sets the caret of the screen: it must not undo a click. */
function clicksCount(): Plugin {
  let view: EditorView | undefined
  return new Plugin({
    view: (shown) => {
      view = shown
      return {
        destroy: () => {
          view = undefined
        },
      }
    },
    appendTransaction: (transactions, _before, state) => {
      // The binding draws also while the page is only being put on the screen: there no click can have been.
      if (!view || transactions.some((each) => each.docChanged || each.selectionSet)) return null
      const { anchor, head } = selectionOnScreen(view)
      if (anchor === state.selection.anchor && head === state.selection.head) return null
      return state.tr.setSelection(TextSelection.create(state.doc, anchor, head))
    },
  })
}

/**
 * A click that brings the keyboard back to the page: on getting it the editor shows the selection it had when it lost it, and the browser may leave it at that.
 * So the editor has to know of the click before.
 */
function clicksFromOutside(): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        mousedown: (view, { button, shiftKey, clientX, clientY }) => {
          const at = button === 0 && !shiftKey && !view.hasFocus() ? view.posAtCoords({ left: clientX, top: clientY }) : null
          if (at) view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(at.pos))))
          return false
        },
      },
    },
  })
}

/**
 * The browser tells of a selection no sooner than it paints. A key or a copy before that (a busy machine hands over several keys at once) would act on the
 * selection of before: a whole entry copied as bare words, Enter in another line. So the editor is told first.
 */
function keysCount(): Plugin {
  const tell = (view: EditorView) => {
    const { anchor, head } = selectionOnScreen(view)
    const { selection } = view.state
    if (anchor !== selection.anchor || head !== selection.head) view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'))
    return false
  }
  return new Plugin({ props: { handleDOMEvents: { keydown: tell, copy: tell, cut: tell, paste: tell } } })
}

function keepFresh(view: EditorView) {
  const { binding } = ySyncPluginKey.getState(view.state) as { readonly binding: ProsemirrorBinding }
  const remember = (ends: Ends) => {
    const { selection } = view.state
    const state = ends.anchor === selection.anchor && ends.head === selection.head ? view.state : { selection: { jsonID: 'text', ...ends } }
    // Yjs alone knows where the caret belongs among others' letters; without the bare numbers the binding has nothing to overrule it with.
    binding.beforeTransactionSelection = { ...getRelativeSelection(binding, state as EditorState), ...NO_NUMBERS }
  }
  const rememberScreen = () => remember(selectionOnScreen(view))
  binding.doc.on('beforeAllTransactions', rememberScreen)
  return {
    // Between edits the memory is empty and must stay so.
    update: () => {
      if (binding.beforeTransactionSelection) remember(view.state.selection)
    },
    destroy: () => binding.doc.off('beforeAllTransactions', rememberScreen),
  }
}
