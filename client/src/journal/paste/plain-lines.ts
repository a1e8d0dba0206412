/** Blocks as lines of plain text and back, in the light Markdown people type anyway. */
import { MAX_INDENT } from '@tandem/shared/document/kinds.ts'
import type { Node } from '@tiptap/pm/model'
import { indentOf, kindOf } from '../nodes/entry.ts'

const PREFIXES: Readonly<Record<string, string>> = {
  heading1: '# ',
  heading2: '## ',
  heading3: '### ',
  bullet: '- ',
  numbered: '1. ',
  quote: '> ',
  action: '- [ ] ',
}

const LINES: readonly (readonly [RegExp, string])[] = [
  [/^#\s+/, 'heading1'],
  [/^##\s+/, 'heading2'],
  [/^#{3,6}\s+/, 'heading3'],
  [/^[-*+]\s+\[[ xX]?\]\s+/, 'action'],
  [/^\[[ xX]?\]\s+/, 'action'],
  [/^[-*+•–]\s+/, 'bullet'],
  [/^\d{1,3}[.)]\s+/, 'numbered'],
  [/^>\s+/, 'quote'],
]

/** A block as a line; code keeps its own lines. */
export function lineToMarkdown(node: Node): string {
  if (node.type.name === 'divider') return '---'
  const text = node.textBetween(0, node.content.size, '\n', '\n')
  return `${'  '.repeat(node.type.name === 'entry' ? indentOf(node) : 0)}${PREFIXES[kindOf(node)] ?? ''}${text}`
}

export interface PlainLine {
  readonly kind: string
  readonly indent: number
  readonly text: string
  /** An action with a tick. */
  readonly isDone?: true
}

/** What a pasted line is. Two spaces or a tab before a list item are one step of indent. */
export function readMarkdownLine(line: string): PlainLine {
  const space = /^[ \t]*/.exec(line)?.[0] ?? ''
  const trimmed = line.trim()
  for (const [start, kind] of LINES) {
    if (start.test(trimmed))
      return {
        kind,
        ...(isTicked(trimmed) ? { isDone: true } : {}),
        indent: Math.min(Math.floor(space.replaceAll('\t', '  ').length / 2), MAX_INDENT),
        text: trimmed.replace(start, ''),
      }
  }
  return { kind: 'text', indent: 0, text: trimmed }
}

function isTicked(line: string): boolean {
  return /^(?:[-*+]\s+)?\[[xX]\]/.test(line)
}

/** The blocks of a text: its lines without the empty ones, code between fences as it stands, and lines of dashes. */
export function readMarkdown(text: string): PlainLine[] {
  const blocks: PlainLine[] = []
  let code: string[] | undefined
  for (const line of text.split(/\r\n?|\n/)) {
    const isFence = /^\s*```/.test(line)
    if (code && isFence) {
      blocks.push({ kind: 'codeBlock', indent: 0, text: code.join('\n') })
      code = undefined
    } else if (code) code.push(line)
    else if (isFence) code = []
    else if (/^\s*(?:-{3,}|\*{3,}|_{3,})\s*$/.test(line)) blocks.push({ kind: 'divider', indent: 0, text: '' })
    else if (line.trim() !== '') blocks.push(readMarkdownLine(line))
  }
  // A fence that nobody closed: its lines are lines.
  for (const line of code ?? []) if (line.trim() !== '') blocks.push(readMarkdownLine(line))
  return blocks
}
