/** A press below the last block goes on writing there, and makes a line when there is none to write on. */
import { Extension } from '@tiptap/core'
import { Plugin, Selection } from '@tiptap/pm/state'
import { insertAfter } from './keys/enter.ts'
import { kindOf } from './nodes/entry.ts'

export const LineBelow = Extension.create({
  name: 'lineBelow',

  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            mousedown: (view, event) => {
              const last = view.dom.lastElementChild
              if (!view.editable || event.button !== 0 || event.target !== view.dom || (last && event.clientY <= last.getBoundingClientRect().bottom))
                return false
              const { doc } = view.state
              const isLineThere = doc.lastChild?.isTextblock === true && kindOf(doc.lastChild) === 'text' && doc.lastChild.content.size === 0
              event.preventDefault()
              view.dispatch(
                isLineThere ? view.state.tr.setSelection(Selection.atEnd(doc)) : insertAfter(view.state, doc.content.size, { kind: 'text', indent: 0 }),
              )
              view.focus()
              return true
            },
          },
        },
      }),
    ]
  },
})
