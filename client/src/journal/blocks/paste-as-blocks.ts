/** How words come in and go out by the clipboard: parts of a block as words, whole blocks as blocks, plain text as lines in light Markdown. */
import { Extension } from '@tiptap/core'
import { Fragment, type Node, type Schema, Slice } from '@tiptap/pm/model'
import { type EditorState, Plugin, TextSelection, type Transaction } from '@tiptap/pm/state'
import { safeHref } from '../nodes/link.ts'
import { kindOf } from '../nodes/entry.ts'
import { caretBlock } from './page-blocks.ts'
import { withoutHandlers } from './pasted-html.ts'
import { lineToMarkdown, readMarkdownLine } from './plain-lines.ts'
import { entryType } from './turn-into.ts'

export const PasteAsBlocks = Extension.create({
  name: 'pasteAsBlocks',

  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          transformPastedHTML: withoutHandlers,
          transformCopied: (slice, view) => (isPartOfOneBlock(view.state) ? wordsOf(slice) : slice),
          clipboardTextSerializer: (slice) => toPlainText(slice),
          clipboardTextParser: (text, $context) => ($context.parent.type.spec.code ? asCode : asLines)(text, $context.doc.type.schema),
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

function asLines(text: string, schema: Schema): Slice {
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '')
  const only = lines[0]
  // One line goes into the sentence it is pasted into.
  if (lines.length < 2) return asWords(only ?? text.replace(/[\r\n]+/g, ''), schema)
  const blocks = lines.map((line) => {
    const { text: words, ...attributes } = readMarkdownLine(line)
    return entryType(schema).create({ id: null, hint: null, kind: attributes.kind, indent: attributes.indent || null }, words ? schema.text(words) : null)
  })
  return new Slice(Fragment.from(blocks), 1, 1)
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
