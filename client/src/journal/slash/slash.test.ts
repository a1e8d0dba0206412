// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { oneWriter, type Writer } from '../testing/people-at-a-page.ts'
import { findSlashItems } from './slash-items.ts'
import { chooseBlock, slash } from './slash-trigger.ts'

const query = (writer: Writer) => slash.openIn(writer.editor.state)?.query

function choose(writer: Writer, kind: string): void {
  const open = slash.openIn(writer.editor.state)
  if (!open) throw new Error('The menu is not open')
  writer.editor.view.dispatch(chooseBlock(writer.editor.state, open, kind))
}

test.each([
  ['a', 'action'],
  ['g', 'goal'],
  ['e', 'expectation'],
  ['t', 'topic'],
  ['head', 'heading1'],
  ['todo', 'action'],
  ['h2', 'heading2'],
  ['list', 'bullet'],
])('after /%s the first is %s', (typed, kind) => {
  expect(findSlashItems(typed)[0]?.kind).toBe(kind)
})

test('opens at the start of a line and after a space, and not within words', () => {
  const ana = oneWriter([{ id: 'a' }])
  ana.caret('a')
  ana.type('/')
  expect(query(ana)).toBe('')
  ana.type('go')
  expect(query(ana)).toBe('go')
  ana.type('zzz')
  expect(query(ana)).toBeUndefined()
  ana.type(' and/or')
  expect(query(ana)).toBeUndefined()
  ana.type(' /')
  expect(query(ana)).toBe('')
})

test('stays away once it was dismissed, until the next slash', () => {
  const ana = oneWriter([{ id: 'a' }])
  ana.caret('a')
  ana.type('/')
  ana.press('Escape')
  ana.type('go')
  expect(query(ana)).toBeUndefined()
  ana.type(' /')
  expect(query(ana)).toBe('')
})

test('what is chosen turns the line, and the words before the slash stay', () => {
  const ana = oneWriter([{ id: 'a', text: 'Draft' }])
  ana.caret('a', 5)
  ana.type(' /go')
  choose(ana, 'goal')
  expect(ana.blocks()).toMatchObject([{ id: 'a', kind: 'goal', text: 'Draft ' }])
  expect(ana.facts.of('a')).toEqual({ status: 'open' })
})

test('a divider goes above an empty line and the caret stays', () => {
  const ana = oneWriter([{ id: 'a' }])
  ana.caret('a')
  ana.type('/div')
  choose(ana, 'divider')
  ana.type('x')
  expect(ana.page()).toEqual(['divider: ', 'text: x'])
})
