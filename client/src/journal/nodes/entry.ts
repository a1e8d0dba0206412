/** Every line and every structured block of a page. What it is, is its `kind`: turning one into another is an attribute write, so a concurrent keystroke survives. */
import { mergeAttributes, Node } from '@tiptap/core'
import type { Attrs, DOMOutputSpec, Node as PageNode } from '@tiptap/pm/model'
import { MAX_INDENT } from '@tandem/shared/document/kinds.ts'
import { hasBlockInside, kindOfForeign } from './foreign-html.ts'

const FOREIGN_TAGS = ['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'blockquote', 'div'] as const

export const Entry = Node.create({
  name: 'entry',
  priority: 1000,
  group: 'block',
  content: 'inline*',
  defining: true,

  addAttributes() {
    return {
      id: { default: null },
      kind: { default: 'text' },
      indent: { default: null },
      hint: { default: null },
    }
  },

  parseHTML() {
    return [{ tag: '[data-kind]', priority: 60, getAttrs: readOwnAttributes }, ...FOREIGN_TAGS.map((tag) => ({ tag, getAttrs: readForeignAttributes }))]
  },

  renderHTML({ node, HTMLAttributes: _unused }) {
    return toHtml(node)
  },
})

/** The indent of a block, whatever another program wrote there. */
export function indentOf(node: PageNode): number {
  const indent = Number(node.attrs['indent'] ?? 0)
  return Number.isFinite(indent) ? Math.min(Math.max(Math.trunc(indent), 0), MAX_INDENT) : 0
}

/** The kind of a block: of an entry its `kind`, of a stock program's paragraph `text`, of others the node's name. */
export function kindOf(node: PageNode): string {
  if (node.type.name === 'entry') return String(node.attrs['kind'] ?? 'text')
  return node.type.name === 'paragraph' ? 'text' : node.type.name
}

/** Attributes of an entry as they are written; an indent of 0 is left out. */
export function entryAttributes(attributes: {
  readonly id: string | null
  readonly kind: string
  readonly indent?: number
  readonly hint?: string | null
}): Attrs {
  return { id: attributes.id, kind: attributes.kind, indent: attributes.indent || null, hint: attributes.hint ?? null }
}

function readOwnAttributes(element: HTMLElement): Attrs {
  const indent = Number(element.dataset['indent'] ?? 0)
  return entryAttributes({ id: element.dataset['id'] || null, kind: element.dataset['kind'] || 'text', indent: Number.isFinite(indent) ? indent : 0 })
}

function readForeignAttributes(element: HTMLElement): Attrs | false {
  if (hasBlockInside(element)) return false
  return entryAttributes({ id: null, ...kindOfForeign(element) })
}

/** What goes to the clipboard: ordinary HTML for other programs, with what an entry is in data attributes for ourselves. */
function toHtml(node: PageNode): DOMOutputSpec {
  const kind = kindOf(node)
  const data = mergeAttributes(
    { 'data-kind': kind },
    node.attrs['id'] ? { 'data-id': node.attrs['id'] } : {},
    indentOf(node) ? { 'data-indent': indentOf(node) } : {},
  )
  switch (kind) {
    case 'heading1':
      return ['h1', data, 0]
    case 'heading2':
      return ['h2', data, 0]
    case 'heading3':
      return ['h3', data, 0]
    case 'bullet':
    case 'action':
      return ['ul', ['li', data, 0]]
    case 'numbered':
      return ['ol', ['li', data, 0]]
    case 'quote':
      return ['blockquote', ['p', data, 0]]
    default:
      return ['p', data, 0]
  }
}
