/** The page's root. It may be empty: two concurrent deletions must never make a page invalid, or the binding would delete all of it. */
import { Node } from '@tiptap/core'

export const PageDocument = Node.create({ name: 'doc', topNode: true, content: 'block*' })
