/** Where something that floats beside the page stands: asked anew whenever the page moves under it. */
import type { Editor } from '@tiptap/core'
import { findBlockById } from './blocks/page-blocks.ts'
import type { Place } from './menus/Floating.tsx'

/** Beside a block: its facts for editing those, its start for what can be done with it. */
export function blockPlace(editor: Editor, { kind, block }: { readonly kind: 'facts' | 'block'; readonly block: string }): Place {
  return {
    contextElement: editor.view.dom,
    getBoundingClientRect: () => {
      const found = findBlockById(editor.state.doc, block)
      const dom = found && editor.view.nodeDOM(found.pos)
      if (!(dom instanceof HTMLElement)) return editor.view.dom.getBoundingClientRect()
      const part = kind === 'facts' ? dom.querySelector('.entry-facts') : null
      const whole = dom.getBoundingClientRect()
      const start = part?.getBoundingClientRect()
      // Beside the whole block, so that its words stay in sight, and as near to the facts as that allows.
      if (start && start.width > 0) return new DOMRect(start.left, whole.top, start.width, whole.height)
      return new DOMRect(whole.left, whole.top, 0, Math.min(whole.height, 40))
    },
  }
}

/** Below the selection, or the caret. */
export function selectionPlace(editor: Editor): Place {
  return {
    contextElement: editor.view.dom,
    getBoundingClientRect: () => {
      const { from } = editor.state.selection
      const { left, top, bottom } = editor.view.coordsAtPos(Math.min(from, editor.state.doc.content.size))
      return new DOMRect(left, top, 0, bottom - top)
    },
  }
}
