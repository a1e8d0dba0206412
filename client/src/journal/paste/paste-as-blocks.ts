/** How words come in and go out by the clipboard: parts of a block as words, whole blocks as blocks, plain text as lines in light Markdown. */
import type { Facts } from '@tandem/shared/document/facts.ts'
import { Extension } from '@tiptap/core'
import { Fragment, type Node, type Schema, Slice } from '@tiptap/pm/model'
import { type EditorState, Plugin, TextSelection, type Transaction } from '@tiptap/pm/state'
import { safeHref } from '../../ui/safe-href.ts'
import { kindOf } from '../nodes/entry.ts'
import { caretBlock } from '../blocks/page-blocks.ts'
import { type CarriedFacts, createCarriedFacts } from './carried-facts.ts'
import { inlineMarkdown } from './inline-markdown.ts'
import { withoutHandlers } from './pasted-html.ts'
import { lineToMarkdown, type PlainLine, readMarkdown } from './plain-lines.ts'
import { tidyForeign } from './tidy-foreign.ts'
import { CODE, entryType } from '../blocks/turn-into.ts'

export const PasteAsBlocks = Extension.create<{ readonly carried: CarriedFacts; readonly doneFacts: () => Facts }>({
  name: 'pasteAsBlocks',
  // Tidied before the facts are read out of it.
  priority: 110,

  addOptions() {
    return { carried: createCarriedFacts(), doneFacts: () => ({ end: 'done' }) }
  },

  addProseMirrorPlugins() {
    const { carried, doneFacts } = this.options
    const asBlocks = (text: string, schema: Schema) => asLines(text, schema, () => carried.take(doneFacts()))
    return [
      new Plugin({
        props: {
          transformPastedHTML: (html) => tidyForeign(withoutHandlers(html)),
          transformCopied: (slice, view) => (isPartOfOneBlock(view.state) ? wordsOf(slice) : slice),
          clipboardTextSerializer: (slice) => toPlainText(slice),
          clipboardTextParser: (text, $context) => ($context.parent.type.spec.code ? asCode : asBlocks)(text, $context.doc.type.schema),
          handlePaste: (view, event, slice) => {
            const tr = linkSelection(view.state, event.clipboardData?.getData('text/plain') ?? '') ?? replaceEmptyLine(view.state, slice)
            if (!tr) return false
            view.dispatch(tr.setMeta('paste', true).setMeta('uiEvent', 'paste').scrollIntoView())
            return true
          },
        },
      }),
    ]
  },
})

/** Words copied out of the middle of an action are words, not an action. */
function isPartOfOneBlock({ selection }: EditorState): boolean {
  if (!(selection instanceof TextSelection) || !selection.$from.sameParent(selection.$to)) return false
  return selection.$from.parentOffset > 0 || selection.$to.parentOffset < selection.$from.parent.content.size
}

function wordsOf(slice: Slice): Slice {
  const only = slice.content.firstChild
  return slice.content.childCount === 1 && only?.isTextblock ? new Slice(only.content, 0, 0) : slice
}

function toPlainText(slice: Slice): string {
  const lines: string[] = []
  slice.content.forEach((node) => lines.push(node.isBlock ? lineToMarkdown(node) : node.textBetween(0, node.content.size, '\n', '\n') || (node.text ?? '')))
  return slice.content.firstChild?.isInline ? lines.join('') : lines.join('\n')
}

function asCode(text: string, schema: Schema): Slice {
  return asWords(text.replace(/\r\n?/g, '\n'), schema)
}

function asWords(text: string, schema: Schema): Slice {
  return text ? new Slice(Fragment.from(schema.text(text)), 0, 0) : Slice.empty
}

/** `takeDone` gives the id of an action that is ticked off already. */
function asLines(text: string, schema: Schema, takeDone: () => string): Slice {
  const lines = readMarkdown(text)
  const only = lines[0]
  // One line goes into the sentence it is pasted into.
  if (lines.length < 2 && only?.kind !== CODE)
    return asInline(text.replace(/[\r\n]+/g, '').trim() === '' ? text : (text.split(/\r\n?|\n/).find((line) => line.trim() !== '') ?? ''), schema)
  const blocks = lines.map((line) => blockOf(line, schema, takeDone))
  return new Slice(Fragment.from(blocks), blocks[0]?.isTextblock ? 1 : 0, blocks.at(-1)?.isTextblock ? 1 : 0)
}

function asInline(text: string, schema: Schema): Slice {
  return new Slice(Fragment.from(inlineMarkdown(text, schema)), 0, 0)
}

function blockOf({ kind, indent, text, isDone }: PlainLine, schema: Schema, takeDone: () => string): Node {
  const plain = text ? [schema.text(text)] : []
  if (kind === CODE) return schema.node('codeBlock', null, plain)
  if (kind === 'divider') return schema.node('divider')
  const id = isDone ? takeDone() : null
  return entryType(schema).create({ id, hint: null, kind, indent: indent || null }, inlineMarkdown(text, schema))
}

/** An address pasted over words links them. */
function linkSelection(state: EditorState, text: string): Transaction | undefined {
  const { selection } = state
  const link = state.schema.marks['link']
  const address = text.trim()
  if (!link || selection.empty || !selection.$from.sameParent(selection.$to) || !/^(https?:\/\/|mailto:)\S+$/i.test(address)) return undefined
  const href = safeHref(address)
  return href && selection.$from.parent.type.allowsMarkType(link) ? state.tr.addMark(selection.from, selection.to, link.create({ href })) : undefined
}

/** Blocks pasted on an empty plain line take its place; in the middle of words the first would lose what it is. */
function replaceEmptyLine(state: EditorState, slice: Slice): Transaction | undefined {
  const block = caretBlock(state)
  const first = slice.content.firstChild
  if (!block || !first?.isBlock || !state.selection.empty || block.node.content.size > 0 || kindOf(block.node) !== 'text') return undefined
  if (slice.content.childCount === 1 && kindOf(first) === 'text') return undefined
  const tr = state.tr.replaceWith(block.pos, block.pos + block.node.nodeSize, slice.content)
  const last: Node | null = slice.content.lastChild
  const end = block.pos + slice.content.size - (last?.isTextblock ? 1 : 0)
  return tr.setSelection(TextSelection.near(tr.doc.resolve(end), -1))
}
