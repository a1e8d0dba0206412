// @vitest-environment jsdom
/** Whole blocks are chosen and acted on together. */
import { expect, test } from 'vitest'
import { meet, oneWriter, twoWriters, type Line, type Writer } from '../testing/people-at-a-page.ts'
import { chosenBlocks } from './chosen-blocks.ts'

const LINES: readonly Line[] = [
  { id: 'a', text: 'One' },
  { id: 'b', text: 'Two' },
  { id: 'c', text: 'Three' },
  { id: 'd', text: 'Four' },
]
const chosen = (writer: Writer) => chosenBlocks(writer.editor.state).map(({ node }) => node.attrs['id'] as string)

/** Chooses the second and the third. */
function chooseTwo(writer: Writer): void {
  writer.caret('b', 1)
  writer.press('Escape')
  writer.press('Shift-ArrowDown')
}

test('Escape chooses the block, arrows go on to the next, with Shift they take it along', () => {
  const ana = oneWriter(LINES)
  ana.caret('b', 1)
  ana.press('Escape')
  expect(chosen(ana)).toEqual(['b'])
  ana.press('ArrowDown')
  expect(chosen(ana)).toEqual(['c'])
  ana.press('Shift-ArrowUp')
  ana.press('Shift-ArrowUp')
  expect(chosen(ana)).toEqual(['a', 'b', 'c'])
  ana.press('Mod-a')
  expect(chosen(ana)).toEqual(['a', 'b', 'c', 'd'])
  ana.press('Escape')
  expect(chosen(ana)).toEqual([])
})

test('letters do nothing to chosen blocks, and Enter goes back to writing', () => {
  const ana = oneWriter(LINES)
  chooseTwo(ana)
  ana.type('x')
  ana.press('Enter')
  ana.type('!')
  expect(ana.page()).toEqual(['text: One', 'text: Two', 'text: Three!', 'text: Four'])
})

test('they are turned, indented, moved and deleted together, and stay chosen meanwhile', () => {
  const ana = oneWriter(LINES)
  chooseTwo(ana)
  ana.press('Mod-Shift-9')
  ana.press('Shift-ArrowUp')
  ana.press('Shift-ArrowDown')
  ana.press('Tab')
  ana.press('Alt-ArrowUp')
  expect(chosen(ana)).toEqual(['b', 'c'])
  expect(ana.blocks().map(({ id, kind, indent }) => `${id} ${kind} ${indent}`)).toEqual(['b action 1', 'c action 1', 'a text 0', 'd text 0'])
  ana.press('Delete')
  expect(ana.page()).toEqual(['text: One', 'text: Four'])
  ana.undoManager.undo()
  expect(ana.blocks().map(({ id }) => id)).toContain('b')
})

test('what the other does meanwhile changes nothing about what is chosen', () => {
  const { ana, ben } = twoWriters(LINES)
  chooseTwo(ana)
  ben.caret('a', 0)
  ben.type('Zero ')
  ben.press('Enter')
  ben.caret('c', 5)
  ben.type(' and a half')
  meet(ana, ben)
  expect(chosen(ana)).toEqual(['b', 'c'])
  ana.press('Backspace')
  meet(ana, ben)
  expect(ben.page()).toEqual(['text: Zero ', 'text: One', 'text: Four'])
})

test('when the other deletes one of its ends, nothing is chosen any more', () => {
  const { ana, ben } = twoWriters(LINES)
  chooseTwo(ana)
  ben.caret('c', 0)
  ben.press('Escape')
  ben.press('Delete')
  meet(ana, ben)
  expect(chosen(ana)).toEqual([])
})
