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
}

/** What a pasted line is. Two spaces or a tab before a list item are one step of indent. */
export function readMarkdownLine(line: string): PlainLine {
  const space = /^[ \t]*/.exec(line)?.[0] ?? ''
  const trimmed = line.trim()
  for (const [start, kind] of LINES) {
    if (start.test(trimmed))
      return { kind, indent: Math.min(Math.floor(space.replaceAll('\t', '  ').length / 2), MAX_INDENT), text: trimmed.replace(start, '') }
  }
  return { kind: 'text', indent: 0, text: trimmed }
}
