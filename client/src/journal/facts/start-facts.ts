/** Gives a structured block its first facts when this person makes it, turns a line into it, or writes its first words. */
import { Extension } from '@tiptap/core'
import { isFromYjs } from '../blocks/block-ids.ts'
import { changedBlocks } from '../blocks/changed-blocks.ts'
import { kindOf } from '../nodes/entry.ts'
import type { PageContext } from '../page-context.ts'
import { setStartFacts } from './fact-writes.ts'

export const StartFacts = Extension.create<{ readonly context: PageContext | null }>({
  name: 'startFacts',

  addOptions() {
    return { context: null }
  },

  onTransaction({ transaction, appendedTransactions }) {
    const { context } = this.options
    const all = [transaction, ...appendedTransactions]
    if (!context || !all.some((tr) => tr.docChanged) || all.some(isFromYjs)) return
    const { old, now } = changedBlocks(transaction.before, this.editor.state.doc)
    const before = new Map(old.map((node) => [node.attrs['id'] as unknown, node]))
    for (const node of now) {
      const id = node.attrs['id'] as unknown
      if (typeof id !== 'string') continue
      const was = before.get(id)
      const isBegun = !was || kindOf(was) !== kindOf(node) || (was.content.size === 0 && node.content.size > 0)
      if (isBegun) setStartFacts(context.doc, id, { kind: kindOf(node), me: context.me })
    }
  },
})
