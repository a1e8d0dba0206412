/** A plain line of another program that joined the room. Shown as a line and never written by us. */
import { Node } from '@tiptap/core'

export const Paragraph = Node.create({
  name: 'paragraph',
  group: 'block',
  content: 'inline*',

  addAttributes() {
    return { id: { default: null } }
  },

  renderHTML() {
    return ['p', 0]
  },
})
