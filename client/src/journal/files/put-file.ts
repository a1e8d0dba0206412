/** Puts a file that the server has kept into the page, as a block of its own. */
import type { KeptFile } from '@tandem/shared/contracts/files.ts'
import { newBlockId } from '@tandem/shared/ids.ts'
import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { asOneUndo } from '../binding/one-undo.ts'
import { findBlockById } from '../blocks/page-blocks.ts'
import { entryType } from '../blocks/turn-into.ts'
import { setFacts } from '../facts/fact-writes.ts'
import { entryAttributes, indentOf, kindOf } from '../nodes/entry.ts'
import type { PageContext } from '../page-context.ts'

export const FILE_KIND = 'file'

interface Put {
  readonly kept: KeptFile
  readonly size: { readonly width?: number; readonly height?: number }
  /** The block it goes below, or in place of when that is an empty line; at the end when it is gone. Written words stay either way. */
  readonly after: string | undefined
}

/** Returns the id of the new block. */
export function putFile(editor: Editor, { doc }: PageContext, { kept, size, after }: Put): string {
  const { state } = editor
  const id = newBlockId()
  const block = after === undefined ? undefined : findBlockById(state.doc, after)
  const at = block ? block.pos + block.node.nodeSize : state.doc.content.size
  asOneUndo(state, () => {
    const entry = entryType(state.schema).create(entryAttributes({ id, kind: FILE_KIND, indent: block ? indentOf(block.node) : 0 }))
    const tr = state.tr.insert(at, entry)
    if (block && block.node.content.size === 0 && kindOf(block.node) === 'text') tr.delete(block.pos, at)
    // What it shows is asked for at once; who is writing elsewhere by now is not taken away from there.
    const place = findBlockById(tr.doc, id)
    if (place && (!block || state.selection.$head.before(1) === block.pos)) tr.setSelection(TextSelection.create(tr.doc, place.pos + 1))
    editor.view.dispatch(tr.scrollIntoView())
    const { file, name, type, bytes } = kept
    setFacts(doc, id, { file, name, type, bytes, ...size })
  })
  return id
}
