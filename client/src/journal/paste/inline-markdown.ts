/** Words of a pasted line with their Markdown: bold, italic, struck, code and links. What is not closed stays as it was typed. */
import type { Mark, Node, Schema } from '@tiptap/pm/model'
import { safeHref } from '../../ui/safe-href.ts'

const PIECE =
  /`([^`\n]+)`|\*\*(?=\S)(.+?)(?<=\S)\*\*|__(?=\S)(.+?)(?<=\S)__|~~(?=\S)(.+?)(?<=\S)~~|(?<![\w*])\*(?=[^\s*])([^*\n]+?)(?<=\S)\*(?![\w*])|(?<![\w_])_(?=[^\s_])([^_\n]+?)(?<=\S)_(?![\w_])|\[([^\]\n]+)\]\(([^()\s]+)\)/u

const MARKS = [undefined, 'code', 'bold', 'bold', 'strike', 'italic', 'italic'] as const

export function inlineMarkdown(text: string, schema: Schema, around: readonly Mark[] = []): Node[] {
  if (text === '') return []
  const match = PIECE.exec(text)
  if (!match) return [schema.text(text, around)]
  const rest = text.slice(match.index + match[0].length)
  return [...inlineMarkdown(text.slice(0, match.index), schema, around), ...pieceOf(match, schema, around), ...inlineMarkdown(rest, schema, around)]
}

function pieceOf(match: RegExpExecArray, schema: Schema, around: readonly Mark[]): Node[] {
  const [, code, , , , , , label, address] = match
  if (label !== undefined) {
    const href = safeHref(address ?? '')
    const link = schema.marks['link']
    return href && link ? inlineMarkdown(label, schema, link.create({ href }).addToSet(around)) : [schema.text(match[0], around)]
  }
  const index = MARKS.findIndex((name, place) => name !== undefined && match[place] !== undefined)
  const mark = schema.marks[MARKS[index] ?? '']
  const marked = mark ? mark.create().addToSet(around) : around
  return code === undefined ? inlineMarkdown(match[index] ?? '', schema, marked) : [schema.text(code, marked)]
}
