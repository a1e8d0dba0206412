/** A page of very many blocks tells its styles so: of what is not on the screen the browser then lays out and paints nothing. */
import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { kindOf } from './nodes/entry.ts'

const LONG = 200

export const LongPage = Extension.create({
  name: 'longPage',

  addProseMirrorPlugins() {
    return [new Plugin({ props: { attributes: ({ doc }): Record<string, string> => (isLong(doc) ? { 'data-long': 'true' } : {}) } })]
  },
})

/** Numbers of lists run on from line to line, and would not out of a line that is left out. */
function isLong(doc: Node): boolean {
  return doc.childCount >= LONG && !doc.children.some((block) => kindOf(block) === 'numbered')
}
