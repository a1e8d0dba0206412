import { expect, test } from 'vitest'
import { readMarkdownLine } from './plain-lines.ts'

test.each([
  ['Just words', { kind: 'text', indent: 0, text: 'Just words' }],
  ['## Goals', { kind: 'heading2', indent: 0, text: 'Goals' }],
  ['#### Deep', { kind: 'heading3', indent: 0, text: 'Deep' }],
  ['- one', { kind: 'bullet', indent: 0, text: 'one' }],
  ['    - two', { kind: 'bullet', indent: 2, text: 'two' }],
  ['\t• three', { kind: 'bullet', indent: 1, text: 'three' }],
  ['- [x] done', { kind: 'action', indent: 0, text: 'done', isDone: true }],
  ['12. twelfth', { kind: 'numbered', indent: 0, text: 'twelfth' }],
  ['> said', { kind: 'quote', indent: 0, text: 'said' }],
  ['-5 degrees', { kind: 'text', indent: 0, text: '-5 degrees' }],
  ['   words after space', { kind: 'text', indent: 0, text: 'words after space' }],
])('%j', (line, block) => {
  expect(readMarkdownLine(line)).toEqual(block)
})
