// @vitest-environment jsdom
import type * as Y from 'yjs'
import { expect, test } from 'vitest'
import { meet, oneWriter, twoWriters } from './testing/people-at-a-page.ts'
import { setFacts } from './facts/fact-writes.ts'
import { turnInto } from './blocks/turn-into.ts'

const pair = (...lines: Parameters<typeof twoWriters>[0]) => twoWriters(lines)
const alone = (...lines: Parameters<typeof oneWriter>[0]) => oneWriter(lines)

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

test('an action turned into text and back keeps whose it is, until when and for which goal', () => {
  const ana = alone({ id: 'a', kind: 'action', text: 'Draft' }, { id: 'g', kind: 'goal', text: 'Lead' })
  const known = { owner: 'ben', due: '2026-05-08', goal: 'g' }
  setFacts(ana.doc, 'a', known)
  for (const [kind, page] of [
    ['text', 'text: Draft'],
    ['goal', 'goal: Draft'],
    ['action', 'action: Draft'],
  ] as const) {
    ana.caret('a')
    turnInto(kind)(ana.editor.state, ana.editor.view.dispatch)
    expect(ana.page()[0]).toBe(page)
    expect(ana.blocks()[0]?.id).toBe('a')
  }
  expect(ana.facts.of('a')).toMatchObject(known)
  expect(ana.editor.view.dom.querySelector('[data-id=a] .entry-facts')?.textContent).toMatch(/@Ben.*8 May|May 8.*@Ben|@Ben.*May 8/)
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
