/** Words set as they are typed, for code. */
import { mergeAttributes, Node } from '@tiptap/core'

export const CodeBlock = Node.create({
  name: 'codeBlock',
  group: 'block',
  content: 'text*',
  marks: '',
  code: true,
  defining: true,

  addAttributes() {
    return {
      id: {
        default: null,
        parseHTML: (element) => element.getAttribute('data-id'),
        renderHTML: (attributes) => (attributes['id'] ? { 'data-id': attributes['id'] } : {}),
      },
      language: { default: null, rendered: false },
    }
  },

  parseHTML() {
    return [{ tag: 'pre', preserveWhitespace: 'full' }]
  },

  renderHTML({ HTMLAttributes }) {
    return ['pre', mergeAttributes(HTMLAttributes, { spellcheck: 'false' }), ['code', 0]]
  },
})
