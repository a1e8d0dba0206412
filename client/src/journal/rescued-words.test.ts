/**
 * @vitest-environment jsdom
 *
 * What one types into a block while the other remakes it stays, once, in its place.
 */
import { expect, test } from 'vitest'
import { turnInto } from './blocks/turn-into.ts'
import { type Line, meet, reopened, twoWriters, type Writer } from './testing/people-at-a-page.ts'

const LINES: readonly Line[] = [
  { id: 'a', text: 'We meet on Thursdays' },
  { id: 'b', kind: 'action', text: 'Ship the beta' },
  { id: 'c', text: '' },
  { id: 'd', text: 'Thirty minutes' },
]

function scene(): { ana: Writer; ben: Writer } {
  return twoWriters(LINES)
}

function both({ ana, ben }: { ana: Writer; ben: Writer }): string[] {
  expect(ana.page()).toEqual(ben.page())
  return ana.page()
}

test('in a block the other moves', () => {
  const { ana, ben } = scene()
  ana.caret('b', 5)
  ana.type('all of ')
  ben.caret('b')
  ben.press('Alt-ArrowDown')
  ben.press('Alt-ArrowDown')
  meet(ana, ben)
  expect(both({ ana, ben })).toEqual(['text: We meet on Thursdays', 'text: ', 'text: Thirty minutes', 'action: Ship all of the beta'])
  expect(ana.blocks().map(({ id }) => id)).toEqual(['a', 'c', 'd', 'b'])
  ana.type('it, ')
  meet(ana, ben)
  expect(both({ ana, ben }).at(-1)).toBe('action: Ship all of it, the beta')
})

test('in a line the other joins to the one above', () => {
  const { ana, ben } = scene()
  ana.caret('b', 4)
  ana.type(' soon')
  ben.caret('b')
  ben.press('Backspace')
  ben.press('Backspace')
  meet(ana, ben)
  expect(both({ ana, ben })).toEqual(['text: We meet on ThursdaysShip soon the beta', 'text: ', 'text: Thirty minutes'])
  ana.type('er')
  meet(ana, ben)
  expect(both({ ana, ben })[0]).toBe('text: We meet on ThursdaysShip sooner the beta')
})

test('in an empty line the other takes away', () => {
  const { ana, ben } = scene()
  ana.caret('c')
  ana.type('Camera on')
  ben.caret('c')
  ben.press('Backspace')
  meet(ana, ben)
  expect(both({ ana, ben })).toEqual(['text: We meet on Thursdays', 'action: Ship the beta', 'text: Camera on', 'text: Thirty minutes'])
  expect(ana.blocks().map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd'])
})

test('in a sentence the other deletes: the new words stay, in its place', () => {
  const { ana, ben } = scene()
  ana.caret('b', 13)
  ana.type(' soon')
  ben.select(['a', 20], ['b', 13])
  ben.press('Backspace')
  ben.editor.commands.deleteSelection()
  meet(ana, ben)
  expect(both({ ana, ben })).toEqual(['text: We meet on Thursdays', 'text:  soon', 'text: ', 'text: Thirty minutes'])
})

test('in a block the other turns into code', () => {
  const { ana, ben } = scene()
  ana.caret('b', 13)
  ana.editor.commands.toggleBold()
  ana.type(' now')
  ben.caret('b')
  turnInto('codeBlock')(ben.editor.state, ben.editor.view.dispatch)
  meet(ana, ben)
  expect(both({ ana, ben })[1]).toBe('codeBlock: Ship the beta now')
})

test('words the other had read and removed stay away', () => {
  const { ana, ben } = scene()
  ana.caret('b', 4)
  ana.type(' soon')
  meet(ana, ben)
  ben.select(['b', 4], ['b', 9])
  ben.editor.commands.deleteSelection()
  ben.caret('b')
  ben.press('Alt-ArrowDown')
  ana.caret('b', 4)
  ana.type('!')
  meet(ana, ben)
  expect(both({ ana, ben })).toEqual(['text: We meet on Thursdays', 'text: ', 'action: Ship! the beta', 'text: Thirty minutes'])
})

test('with its marks; and undo takes it back, and nothing else', () => {
  const { ana, ben } = scene()
  ana.caret('b', 13)
  ana.editor.commands.toggleBold()
  ana.type(' now')
  ben.caret('b')
  ben.press('Alt-ArrowDown')
  ben.press('Alt-ArrowDown')
  meet(ana, ben)
  expect(ana.editor.getHTML()).toContain('<strong> now</strong>')
  while (ana.undoManager.undoStack.length > 0) ana.undoManager.undo()
  meet(ana, ben)
  expect(both({ ana, ben }).at(-1)).toBe('action: Ship the beta')
})

test('in both places, when each types where the other moves', () => {
  const { ana, ben } = scene()
  ana.caret('b', 13)
  ana.type(' by May')
  ana.caret('d')
  ana.press('Alt-ArrowUp')
  ana.press('Alt-ArrowUp')
  ben.caret('d', 14)
  ben.type(' each')
  ben.caret('b')
  ben.press('Alt-ArrowUp')
  meet(ana, ben)
  meet(ana, ben)
  expect(both({ ana, ben }).toSorted()).toEqual(['action: Ship the beta by May', 'text: ', 'text: Thirty minutes each', 'text: We meet on Thursdays'])
})

test('in a tab that was closed without network: the next one writes them again', () => {
  const { ana, ben } = scene()
  ana.caret('b', 4)
  ana.type(' soon')
  ben.caret('b')
  ben.press('Backspace')
  ben.press('Backspace')
  const again = reopened(ana, 'ana')
  meet(again, ben)
  expect(both({ ana: again, ben })).toEqual(['text: We meet on ThursdaysShip soon the beta', 'text: ', 'text: Thirty minutes'])
})
