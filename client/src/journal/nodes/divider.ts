/** A line across the page. */
import { Node } from '@tiptap/core'

export const Divider = Node.create({
  name: 'divider',
  group: 'block',
  selectable: true,
  atom: true,

  addAttributes() {
    return {
      id: {
        default: null,
        parseHTML: (element) => element.getAttribute('data-id'),
        renderHTML: (attributes) => (attributes['id'] ? { 'data-id': attributes['id'] } : {}),
      },
    }
  },

  parseHTML() {
    return [{ tag: 'hr' }]
  },

  renderHTML({ HTMLAttributes }) {
    return ['hr', HTMLAttributes]
  },
})
