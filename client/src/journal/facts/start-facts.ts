/** Gives a structured block its first facts when this person makes it, turns a line into it, or writes its first words. */
import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { isFromYjs } from '../blocks/block-ids.ts'
import { changedBlocks } from '../blocks/changed-blocks.ts'
import { kindOf } from '../nodes/entry.ts'
import type { PageContext } from '../page-context.ts'
import { setStartFacts } from './fact-writes.ts'

/** The id of the block right before a block, when both are of one kind. */
function sameKindBefore(doc: Node, node: Node): string | undefined {
  let last: Node | undefined
  let found: Node | undefined
  doc.forEach((each) => {
    if (each === node) found = last
    last = each
  })
  return found && kindOf(found) === kindOf(node) ? (found.attrs['id'] as string) : undefined
}

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
      if (isBegun) setStartFacts(context.doc, id, { kind: kindOf(node), me: context.me, behind: was ? undefined : sameKindBefore(this.editor.state.doc, node) })
    }
  },
})
