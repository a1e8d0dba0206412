/** Code within a line. It may also be bold or a link: two people who mark the same words at once get both marks, and a schema that forbade it would make the page invalid. */
import { Code as TiptapCode } from '@tiptap/extension-code'

export const Code = TiptapCode.extend({ excludes: '' })
