/** What choosing a person or a block does: it becomes a fact of the line, or stands in the words as a mention. */
import { mentionHref } from '@tandem/shared/document/mentions.ts'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { asOneUndo } from '../binding/one-undo.ts'
import { findBlockAt } from '../blocks/page-blocks.ts'
import { beginCapture } from '../capture/capture-place.ts'
import type { TypedRange } from '../completion/trigger.ts'
import { giveTo, setFacts } from '../facts/fact-writes.ts'
import { kindOf } from '../nodes/entry.ts'
import type { PageContext } from '../page-context.ts'
import type { MentionItem } from './mention-items.ts'
import { mentionLabel } from './mention-label.ts'

interface Choice {
  readonly open: TypedRange
  readonly item: MentionItem
}

export function chooseMention(view: EditorView, { doc, me }: PageContext, { open, item }: Choice): void {
  const { state } = view
  const node = findBlockAt(state.doc, open.from)?.node
  const id = node?.attrs['id'] as string | null | undefined
  asOneUndo(state, () => {
    if (item.use === 'mention' || !id) return view.dispatch(insertMention(state, open, item).scrollIntoView())
    view.dispatch(beginCapture(state.tr.delete(open.from, open.to), open.from).scrollIntoView())
    const isGiven = item.use === 'owner' && node && kindOf(node) === 'action'
    return setFacts(doc, id, isGiven ? giveTo(item.id, me) : { [item.use]: item.id })
  })
}

function insertMention(state: EditorState, { from, to }: TypedRange, item: MentionItem): Transaction {
  const link = state.schema.marks['link']
  if (!link) return state.tr
  const label = mentionLabel(item.about, item.name)
  const words = state.schema.text(label, [link.create({ href: mentionHref({ kind: item.about, id: item.id }) })])
  // The space that took it is one to write on from; else one that stands there will do.
  const isTakenBySpace = /\s$/.test(state.doc.textBetween(from, to, '\n', '\n'))
  const isSpaceThere = !isTakenBySpace && /^\s/.test(state.doc.textBetween(to, Math.min(to + 1, state.doc.content.size), '\n', '\n'))
  const tr = state.tr.replaceWith(from, to, isSpaceThere ? words : [words, state.schema.text(' ')])
  return tr.setStoredMarks([])
}
