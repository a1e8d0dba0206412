// @vitest-environment jsdom
/** What is copied in other programs comes in as clean blocks. The samples have the shape of what those programs put on the clipboard. */
import { expect, test } from 'vitest'
import { oneWriter, type Writer } from '../testing/people-at-a-page.ts'
import googleDocs from './samples/google-docs.html?raw'
import notion from './samples/notion.html?raw'
import word from './samples/word.html?raw'

const PASTE = new Event('paste') as ClipboardEvent
const now = () => new Date(2026, 10, 25)

function pasted(html: string): Writer {
  const ana = oneWriter([{ id: 'a' }], { now })
  ana.caret('a')
  ana.editor.view.pasteHTML(html, PASTE)
  return ana
}

const lines = (writer: Writer) => writer.blocks().map(({ kind, indent, text }) => `${'  '.repeat(indent)}${kind}: ${text}`)
const ends = (writer: Writer) =>
  writer.blocks().flatMap(({ id, text }) => (writer.facts.of(id)['end'] ? [`${text}: ${String(writer.facts.of(id)['end'])}`] : []))

const WORDS = 'text: Some bold and slanted words, linked'

test('from Google Docs: headings, nested lists and boxes, without its wrapping bold', () => {
  const ana = pasted(googleDocs)
  expect(lines(ana)).toEqual([
    'heading1: Growth plan',
    WORDS,
    'bullet: First',
    '  bullet: Below it',
    'numbered: Counted',
    'action: Open box',
    'action: Ticked box',
  ])
  expect(ends(ana)).toEqual(['Ticked box: done'])
  expect(ana.editor.getHTML()).toContain('<strong>bold</strong>')
  expect(ana.editor.getHTML()).toContain('href="https://example.org/plan"')
  expect(ana.editor.getHTML()).not.toContain('<strong>Growth')
})

test('from Word: lists that are only drawn are lists, and nothing of its own remains', () => {
  const ana = pasted(word)
  expect(lines(ana)).toEqual(['heading2: Growth plan', WORDS, 'bullet: First', '  bullet: Below it', 'numbered: Counted'])
  expect(ana.editor.getHTML()).not.toMatch(/mso|·|&nbsp;/)
})

test('from Notion: boxes, quotes and code', () => {
  const ana = pasted(notion)
  expect(lines(ana)).toEqual([
    'heading1: Growth plan',
    WORDS,
    'bullet: First',
    '  bullet: Below it',
    'numbered: Counted',
    'action: Open box',
    'action: Ticked box',
    'quote: Said by somebody',
    'codeBlock: const x = 1',
  ])
  expect(ends(ana)).toEqual(['Ticked box: done'])
})

test('from Markdown: lines, ticks, fences, and marks within the words', () => {
  const ana = oneWriter([{ id: 'a' }], { now })
  ana.caret('a')
  ana.editor.view.pasteText(
    '# Growth plan\n\nSome **bold** and *slanted* words, [linked](https://example.org/plan)\n\n- First\n  - Below it\n- [x] Ticked box\n\n```ts\nconst x = 1\n\nconst y = 2\n```\n---\n2 * 3 * 4 and a_b_c [no](javascript:alert(1))',
    PASTE,
  )
  expect(lines(ana)).toEqual([
    'heading1: Growth plan',
    WORDS,
    'bullet: First',
    '  bullet: Below it',
    'action: Ticked box',
    'codeBlock: const x = 1\n\nconst y = 2',
    'divider: ',
    'text: 2 * 3 * 4 and a_b_c [no](javascript:alert(1))',
  ])
  expect(ends(ana)).toEqual(['Ticked box: done'])
  expect(ana.editor.getHTML()).toContain('<strong>bold</strong> and <em>slanted</em>')
})
