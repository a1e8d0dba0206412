/** The editor's schema: exactly the names of shared/document/schema.ts. */
import type { Extensions } from '@tiptap/core'
import { StarterKit } from '@tiptap/starter-kit'
import { Code } from './code.ts'
import { CodeBlock } from './code-block.ts'
import { Divider } from './divider.ts'
import { Entry } from './entry.ts'
import { Link } from './link.ts'
import { PageDocument } from './page-document.ts'
import { Paragraph } from './paragraph.ts'

// What is left of the kit: text, hard breaks, the plain marks and the cursors of dropping and of gaps.
const inline = StarterKit.configure({
  blockquote: false,
  bulletList: false,
  code: false,
  codeBlock: false,
  document: false,
  heading: false,
  horizontalRule: false,
  link: false,
  listItem: false,
  listKeymap: false,
  orderedList: false,
  paragraph: false,
  trailingNode: false,
  undoRedo: false,
  dropcursor: { color: false, width: 2, class: 'drop-line' },
})

export const pageSchema: Extensions = [PageDocument, Entry, Paragraph, CodeBlock, Divider, inline, Code, Link]
