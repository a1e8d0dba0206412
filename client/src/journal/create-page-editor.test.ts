// @vitest-environment jsdom
import type * as Y from 'yjs'
import { afterEach, expect, test } from 'vitest'
import { meet, oneWriter, twoWriters, type Writer } from './testing/people-at-a-page.ts'
import { turnInto } from './blocks/turn-into.ts'

let open: Writer[] = []
afterEach(() => {
  for (const writer of open) writer.destroy()
  open = []
})

function pair(...lines: Parameters<typeof twoWriters>[0]) {
  const scene = twoWriters(lines)
  open.push(scene.ana, scene.ben)
  return scene
}

function alone(...lines: Parameters<typeof oneWriter>[0]) {
  const writer = oneWriter(lines)
  open.push(writer)
  return writer
}

test('what one types into a line survives the other turning it into an action', () => {
  const { ana, ben } = pair({ id: 'a', text: 'Draft the RFC' })
  ana.caret('a', 13)
  ana.type(' and send it')
  ben.caret('a')
  turnInto('action')(ben.editor.state, ben.editor.view.dispatch)
  meet(ana, ben)
  expect(ana.page()).toEqual(['action: Draft the RFC and send it'])
  expect(ben.page()).toEqual(ana.page())
  expect(ana.editor.getText()).toContain('Draft the RFC and send it')
})

test('opening a page writes nothing', () => {
  const { ana, ben } = pair({ id: 'a', text: 'One', indent: 2 }, { id: 'b', kind: 'goal' })
  let updates = 0
  ana.doc.on('update', () => (updates += 1))
  ana.caret('a')
  meet(ana, ben)
  expect(updates).toBe(0)
})

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

test.each([
  ['# ', 'heading1'],
  ['## ', 'heading2'],
  ['### ', 'heading3'],
  ['- ', 'bullet'],
  ['1. ', 'numbered'],
  ['> ', 'quote'],
  ['[] ', 'action'],
  ['/a ', 'action'],
  ['/g ', 'goal'],
  ['/e ', 'expectation'],
  ['/t ', 'topic'],
])('typing "%s" makes a %s', (typed, kind) => {
  const ana = alone({ id: 'a' })
  ana.caret('a')
  ana.type(`${typed}Words`)
  expect(ana.page()).toEqual([`${kind}: Words`])
  expect(ana.blocks()[0]?.id).toBe('a')
})

test('a slash and a letter behind words turns their line', () => {
  const ana = alone({ id: 'a', text: 'Draft the RFC' })
  ana.caret('a', 13)
  ana.type(' /a ')
  expect(ana.page()).toEqual(['action: Draft the RFC'])
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

test('moving a long block past a short one keeps what somebody types into the long one', () => {
  const { ana, ben } = pair({ id: 'a', text: 'A long line of many words' }, { id: 'b', text: 'Short' })
  ana.caret('a', 3)
  ana.press('Alt-ArrowDown')
  ben.caret('a', 25)
  ben.type(' and more')
  meet(ana, ben)
  expect(ana.page()).toEqual(['text: Short', 'text: A long line of many words and more'])
  expect(ben.page()).toEqual(ana.page())
})

test('undo takes back words and facts of one’s own, and nothing of the other’s', () => {
  const { ana, ben } = pair({ id: 'a', text: 'Draft' })
  ben.caret('a', 5)
  ben.type(' now')
  meet(ana, ben)
  ana.caret('a')
  turnInto('topic')(ana.editor.state, ana.editor.view.dispatch)
  expect(ana.facts.of('a')).toEqual({ owner: 'ana', state: 'open' })
  meet(ana, ben)
  ana.press('Mod-z')
  meet(ana, ben)
  expect(ben.page()).toEqual(['text: Draft now'])
  expect(ben.facts.of('a')).toEqual({})
  ana.press('Mod-y')
  expect(ana.page()).toEqual(['topic: Draft now'])
  expect(ana.facts.of('a')).toEqual({ owner: 'ana', state: 'open' })
})

test('undoing a new block leaves it when the other has written in it', () => {
  const { ana, ben } = pair({ id: 'a', text: 'One' })
  ana.caret('a', 3)
  ana.press('Enter')
  ana.type('mine')
  meet(ana, ben)
  const made = ben.blocks()[1]?.id ?? ''
  ben.caret(made, 4)
  ben.type(' and yours')
  meet(ana, ben)
  ana.press('Mod-z')
  meet(ana, ben)
  expect(ana.blocks()[1]).toMatchObject({ id: made, kind: 'text', text: ' and yours' })
  expect(ana.page()).toEqual(ben.page())
})

test('Mod-Enter ticks an action off and back', () => {
  const ana = alone({ id: 'a', kind: 'action', text: 'Draft' })
  ana.caret('a')
  ana.press('Mod-Enter')
  expect(ana.facts.of('a')).toMatchObject({ end: 'done' })
  ana.press('Mod-Enter')
  expect(ana.facts.of('a')).toEqual({})
})

test('a duplicate has its own id and the same facts', () => {
  const ana = alone({ id: 'a', kind: 'action', text: 'Draft' })
  ana.caret('a')
  ana.press('Mod-Enter')
  ana.press('Mod-d')
  const [first, copy] = ana.blocks()
  expect(first?.id).toBe('a')
  expect(copy?.text).toBe('Draft')
  expect(ana.facts.of(copy?.id ?? '')).toEqual(ana.facts.of('a'))
})

test('what a newer program says of a block survives being edited here', () => {
  const { ana, ben } = pair({ id: 'a', text: 'One' })
  const element = ben.doc.getXmlFragment('page:page').get(0) as Y.XmlElement
  element.setAttribute('colour', 'green')
  meet(ana, ben)
  ana.caret('a', 3)
  ana.type('!')
  meet(ana, ben)
  expect(element.getAttribute('colour')).toBe('green')
  expect(ben.page()).toEqual(['text: One!'])
})

test('swapping the only two blocks keeps both elements’ words apart', () => {
  const { ana, ben } = pair({ id: 'a', text: 'One' }, { id: 'b', text: 'Two' })
  ana.caret('b')
  ana.press('Alt-ArrowUp')
  ben.caret('b', 3)
  ben.type('!')
  meet(ana, ben)
  expect(ana.blocks().map(({ id, text }) => [id, text])).toEqual([
    ['b', 'Two!'],
    ['a', 'One'],
  ])
})

test('two people who begin to write in the same empty line both keep their words', () => {
  const { ana, ben } = pair({ id: 'a' })
  ana.caret('a')
  ana.type('Ana')
  ben.caret('a')
  ben.type('Ben')
  meet(ana, ben)
  meet(ana, ben)
  expect(ana.page()).toEqual(ben.page())
  expect(ana.page()[0]).toContain('Ana')
  expect(ana.page()[0]).toContain('Ben')
  ana.type('!')
  ben.type('?')
  meet(ana, ben)
  expect(ana.page()).toEqual(ben.page())
  expect(ana.page()[0]).toHaveLength('text: AnaBen!?'.length)
})
