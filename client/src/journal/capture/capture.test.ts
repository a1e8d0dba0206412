// @vitest-environment jsdom
/** An action is written down without leaving the keyboard: `/a @ben fri`. Today is Wednesday, 25 November 2026. */
import { expect, test } from 'vitest'
import { meet, oneWriter, twoWriters, type Line, type Writer } from '../testing/people-at-a-page.ts'
import { days } from './day-trigger.ts'

const now = () => new Date(2026, 10, 25, 9)
const alone = (lines: readonly Line[]) => oneWriter(lines, { now })
const offered = (writer: Writer) => days.openIn(writer.editor.state)?.day

test('a name and a day right after the slash become the owner and the due day', () => {
  const ana = alone([{ id: 'a' }])
  ana.caret('a')
  ana.type('/a @ben fri Send the draft to Priya')
  expect(ana.page()).toEqual(['action: Send the draft to Priya'])
  expect(ana.facts.of('a')).toEqual({ owner: 'ben', givenBy: 'ana', due: '2026-11-27' })
})

test('so they do behind words, when the name was given as the owner', () => {
  const ana = alone([{ id: 'a', kind: 'action', text: 'Send the draft' }])
  ana.caret('a', 14)
  ana.type(' @ben tomorrow ')
  expect(ana.page()).toEqual(['action: Send the draft '])
  expect(ana.facts.of('a')).toEqual({ owner: 'ben', givenBy: 'ana', due: '2026-11-26' })
})

test('a day within a sentence stays words, however one goes on', () => {
  const ana = alone([{ id: 'a', kind: 'action' }])
  ana.caret('a')
  ana.type('Ask Sam whether tomorrow ')
  expect(offered(ana)).toBe('2026-11-26')
  ana.type('is fine')
  expect(offered(ana)).toBeUndefined()
  expect(ana.page()).toEqual(['action: Ask Sam whether tomorrow is fine'])
  expect(ana.facts.of('a')).toEqual({})
})

test.each(['Tab', 'Enter'])('%s takes the day that is offered at the end of the line', (key) => {
  const ana = alone([{ id: 'a', kind: 'action' }])
  ana.caret('a')
  ana.type('Ask Sam by fri')
  ana.press(key)
  expect(ana.page()).toEqual(['action: Ask Sam '])
  expect(ana.facts.of('a')).toEqual({ due: '2026-11-27' })
})

test('a word that may be a day is taken by Tab and not by Enter', () => {
  const ana = alone([{ id: 'a', kind: 'action' }])
  ana.caret('a')
  ana.type('Find out where she sat')
  ana.press('Enter')
  expect(ana.page()).toEqual(['action: Find out where she sat', 'action: '])
})

test('Escape keeps the words, and they are not offered again', () => {
  const ana = alone([{ id: 'a', kind: 'action' }])
  ana.caret('a')
  ana.type('Ask Sam fri')
  ana.press('Escape')
  ana.type(' ')
  expect(offered(ana)).toBeUndefined()
  ana.press('Enter')
  expect(ana.page()).toEqual(['action: Ask Sam fri ', 'action: '])
})

test('undo gives the words of a day back, and takes the fact', () => {
  const ana = alone([{ id: 'a', kind: 'action' }])
  ana.caret('a')
  ana.type('Ask Sam fri')
  ana.press('Tab')
  ana.undoManager.undo()
  expect(ana.page()).toEqual(['action: Ask Sam fri'])
  expect(ana.facts.of('a')).toEqual({})
})

test('a goal gets the day it aims at, and a plain line none', () => {
  const ana = alone([{ id: 'g', kind: 'goal' }, { id: 't' }])
  ana.caret('g')
  ana.type('Lead the migration by 30 Mar')
  ana.press('Tab')
  ana.caret('t')
  ana.type('See you fri')
  expect(offered(ana)).toBeUndefined()
  expect(ana.facts.of('g')).toEqual({ status: 'open', target: '2027-03-30' })
})

test('what the other writes is offered to the other alone', () => {
  const { ana, ben } = twoWriters([{ id: 'a', kind: 'action' }], { now })
  ana.caret('a')
  ben.caret('a')
  ana.type('Ask Sam fri')
  meet(ana, ben)
  ben.caret('a', 11)
  expect(offered(ben)).toBeUndefined()
})
