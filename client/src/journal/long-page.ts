/** A page of very many blocks tells its styles so: of what is not on the screen the browser then lays out and paints nothing. */
import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { type ChangedBlocks, changedBlocks } from './blocks/changed-blocks.ts'
import { kindOf } from './nodes/entry.ts'

const LONG = 200

const key = new PluginKey<boolean>('longPage')

export const LongPage = Extension.create({
  name: 'longPage',

  addProseMirrorPlugins() {
    return [
      new Plugin<boolean>({
        key,
        state: {
          init: (_config, { doc }) => isLong(doc),
          apply: (tr, before, old) => (tr.docChanged && hasTurned(changedBlocks(old.doc, tr.doc)) ? isLong(tr.doc) : before),
        },
        props: { attributes: (state): Record<string, string> => (key.getState(state) ? { 'data-long': 'true' } : {}) },
      }),
    ]
  },
})

/** Numbers of lists run on from line to line, and would not out of a line that is left out. */
function isLong(doc: Node): boolean {
  return doc.childCount >= LONG && !doc.children.some((block) => kindOf(block) === 'numbered')
}

/** Words alone make no page longer. */
function hasTurned({ old, now }: ChangedBlocks): boolean {
  return old.length !== now.length || old.some((block, index) => kindOf(block) !== kindOf(now[index] ?? block))
}
