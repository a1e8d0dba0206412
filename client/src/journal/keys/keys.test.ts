// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { oneWriter } from '../testing/people-at-a-page.ts'

const alone = (...lines: Parameters<typeof oneWriter>[0]) => oneWriter(lines)

test('Enter keeps the id of the words and gives the rest a new one', () => {
  const ana = alone({ id: 'a', text: 'HelloWorld' })
  ana.caret('a', 5)
  ana.press('Enter')
  const [first, second] = ana.blocks()
  expect(first).toMatchObject({ id: 'a', text: 'Hello' })
  expect(second?.text).toBe('World')
  expect(second?.id).toMatch(/^[0-9a-f]{20}$/)
})

test('Enter before the words puts an empty block above them and their id stays', () => {
  const ana = alone({ id: 'a', kind: 'action', text: 'Draft' })
  ana.caret('a')
  ana.press('Enter')
  ana.type('x')
  expect(ana.blocks().map(({ kind, text }) => [kind, text])).toEqual([
    ['action', ''],
    ['action', 'xDraft'],
  ])
  expect(ana.blocks()[1]?.id).toBe('a')
})

test('Enter in an empty list item steps out of the indent, then out of the list', () => {
  const ana = alone({ id: 'a', kind: 'bullet', indent: 1 })
  ana.caret('a')
  ana.press('Enter')
  expect(ana.blocks()).toMatchObject([{ kind: 'bullet', indent: 0 }])
  ana.press('Enter')
  expect(ana.blocks()).toMatchObject([{ kind: 'text', indent: 0 }])
})

test('Backspace at the start steps out of indent and kind, then joins, and the words above keep their id', () => {
  const ana = alone({ id: 'a', text: 'One' }, { id: 'b', kind: 'bullet', text: 'Two', indent: 1 })
  ana.caret('b')
  ana.press('Backspace')
  ana.press('Backspace')
  expect(ana.blocks()[1]).toMatchObject({ id: 'b', kind: 'text', indent: 0 })
  ana.press('Backspace')
  expect(ana.blocks()).toMatchObject([{ id: 'a', text: 'OneTwo' }])
  ana.type('-')
  expect(ana.page()).toEqual(['text: One-Two'])
})

const LINE_STARTS: [typed: string, kind: string][] = [
  ['# ', 'heading1'],
  ['## ', 'heading2'],
  ['### ', 'heading3'],
  ['- ', 'bullet'],
  ['1. ', 'numbered'],
  ['> ', 'quote'],
  ['[] ', 'action'],
]

test.each([...LINE_STARTS, ['/a ', 'action'], ['/g ', 'goal'], ['/e ', 'expectation'], ['/t ', 'topic']])('typing "%s" makes a %s', (typed, kind) => {
  const ana = alone({ id: 'a' })
  ana.caret('a')
  ana.type(`${typed}Words`)
  expect(ana.page()).toEqual([`${kind}: Words`])
  expect(ana.blocks()[0]?.id).toBe('a')
})

test.each(LINE_STARTS)('"%s" typed before the words of what is a %s already only goes', (typed, kind) => {
  const ana = alone({ id: 'a', kind, text: 'Words', indent: 1 })
  ana.caret('a')
  ana.type(`${typed}More `)
  expect(ana.page()).toEqual([`${kind}: More Words`])
  expect(ana.blocks()[0]).toMatchObject({ id: 'a', indent: 1 })
})

test('marks of lines are words in code', () => {
  const ana = alone({ id: 'a' })
  ana.caret('a')
  ana.type('``` ')
  ana.type('# [] ')
  expect(ana.page()).toEqual(['codeBlock: # [] '])
})

test('a slash and a letter behind words turns their line', () => {
  const ana = alone({ id: 'a', text: 'Draft the RFC' })
  ana.caret('a', 13)
  ana.type(' /a ')
  expect(ana.page()).toEqual(['action: Draft the RFC '])
})

test('code and dividers by their shortcuts', () => {
  const ana = alone({ id: 'a' }, { id: 'b' })
  ana.caret('a')
  ana.type('``` ')
  ana.type('x')
  ana.caret('b')
  ana.type('---')
  ana.type('y')
  expect(ana.page()).toEqual(['codeBlock: x', 'divider: ', 'text: y'])
  expect(ana.blocks()[0]?.id).toBe('a')
  expect(new Set(ana.blocks().map(({ id }) => id)).size).toBe(3)
})

test('marks by Markdown', () => {
  const ana = alone({ id: 'a' })
  ana.caret('a')
  ana.type('**bold** and `code` ')
  expect(ana.editor.getHTML()).toContain('<strong>bold</strong>')
  expect(ana.editor.getHTML()).toContain('<code>code</code>')
})

test('Tab indents to six steps and Shift-Tab brings back', () => {
  const ana = alone({ id: 'a', kind: 'bullet', text: 'One' })
  ana.caret('a')
  for (let step = 0; step < 8; step += 1) ana.press('Tab')
  expect(ana.blocks()[0]?.indent).toBe(6)
  ana.press('Shift-Tab')
  expect(ana.blocks()[0]?.indent).toBe(5)
})

test('Alt and arrows move blocks, whose ids stay', () => {
  const ana = alone({ id: 'a', text: 'One' }, { id: 'b', text: 'Two' }, { id: 'c', text: 'Three' })
  ana.caret('a', 1)
  ana.press('Alt-ArrowDown')
  expect(ana.blocks().map(({ id }) => id)).toEqual(['b', 'a', 'c'])
  ana.type('!')
  expect(ana.page()).toEqual(['text: Two', 'text: O!ne', 'text: Three'])
  ana.press('Alt-ArrowUp')
  ana.press('Alt-ArrowUp')
  expect(ana.blocks().map(({ id }) => id)).toEqual(['a', 'b', 'c'])
})

test('Mod-Enter ticks an action off and back', () => {
  const ana = alone({ id: 'a', kind: 'action', text: 'Draft' })
  ana.caret('a')
  ana.press('Mod-Enter')
  expect(ana.facts.of('a')).toMatchObject({ end: 'done' })
  ana.press('Mod-Enter')
  expect(ana.facts.of('a')).toEqual({})
})

test('an address pasted over words links them', () => {
  const ana = alone({ id: 'a', text: 'See here' })
  ana.select(['a', 4], ['a', 8])
  const event = Object.assign(new Event('paste'), { clipboardData: { getData: () => 'https://example.org/x' } })
  ana.editor.view.pasteText('https://example.org/x', event as unknown as ClipboardEvent)
  expect(ana.editor.getHTML()).toContain('href="https://example.org/x"')
  expect(ana.page()).toEqual(['text: See here'])
})

test('a slash and the letter of what the line is already only goes', () => {
  const ana = oneWriter([{ id: 'a', kind: 'goal', text: 'Lead the migration' }])
  ana.caret('a', 18)
  ana.type(' /g now')
  expect(ana.page()).toEqual(['goal: Lead the migration now'])
})
