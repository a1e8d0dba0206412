// @vitest-environment jsdom
import { writeFacts } from '@tandem/shared/document/facts.ts'
import type { BlockId } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import { turnInto } from './blocks/turn-into.ts'
import { oneWriter } from './testing/people-at-a-page.ts'

test('a page that may be written is a field with a name; one that may only be read is a document', () => {
  const ana = oneWriter([{ id: 'a', kind: 'action', text: 'Draft' }])
  const { dom } = ana.editor.view
  ana.setLabel('Our agreement')
  expect(dom.getAttribute('role')).toBe('textbox')
  expect(dom.getAttribute('aria-label')).toContain('Our agreement')
  expect(dom.classList).toContain('page-words')
  expect(dom.querySelector('[role=checkbox]')?.hasAttribute('disabled')).toBe(false)

  ana.setEditable(false)
  expect(dom.getAttribute('role')).toBe('document')
  expect(dom.getAttribute('contenteditable')).toBe('false')
  expect(dom.classList).toContain('page-words')
  expect(dom.querySelector('[role=checkbox]')?.hasAttribute('disabled')).toBe(true)
  expect(dom.querySelector('.entry-facts')?.hasAttribute('disabled')).toBe(true)
})

test('facts open for who may comment and not write, where there are any', () => {
  const ana = oneWriter([
    { id: 'a', kind: 'action', text: 'Draft' },
    { id: 'b', kind: 'action', text: 'Send' },
  ])
  ana.setEditable(false)
  const disabled = () => [...ana.editor.view.dom.querySelectorAll('.entry-facts')].map((facts) => facts.hasAttribute('disabled'))
  writeFacts(ana.doc, 'b' as BlockId, { due: '2026-05-08' })
  expect(disabled()).toEqual([true, true])
  ana.setMayComment(true)
  expect(disabled()).toEqual([true, false])
})

test('who may only read a page without words is told that there are none, and not asked to write', () => {
  const ana = oneWriter([{ id: 'a', kind: 'text' }])
  const { dom } = ana.editor.view
  expect(dom.dataset['emptyPage']).toBeUndefined()
  ana.setEditable(false)
  expect(dom.dataset['emptyPage']).toBe('Nothing is written here yet.')
  ana.setEditable(true)
  expect(dom.dataset['emptyPage']).toBeUndefined()
})

test('headings follow one another without a gap, whatever sizes were chosen', () => {
  const ana = oneWriter([
    { id: 'a', kind: 'heading3', text: 'Small first' },
    { id: 'b', kind: 'heading1', text: 'Large' },
    { id: 'c', kind: 'heading3', text: 'Small' },
    { id: 'd', text: 'A line' },
  ])
  const levels = () => [...ana.editor.view.dom.querySelectorAll('[role=heading]')].map((heading) => [heading.textContent, heading.getAttribute('aria-level')])
  expect(levels()).toEqual([
    ['Small first', '2'],
    ['Large', '2'],
    ['Small', '3'],
  ])
  ana.caret('d')
  ana.type('Not ')
  ana.caret('b', 5)
  ana.type('r')
  expect(levels().map(([words]) => words)).toEqual(['Small first', 'Larger', 'Small'])
  ana.caret('b')
  turnInto('text')(ana.editor.state, ana.editor.view.dispatch)
  expect(levels()).toEqual([
    ['Small first', '2'],
    ['Small', '2'],
  ])
})

test('a very long page says so, for its styles to spare what is off the screen; not with numbered lines, whose numbers run on from line to line', () => {
  const lines = Array.from({ length: 200 }, (_, at) => ({ id: `line-${at}`, text: 'A line' }))
  const ana = oneWriter(lines)
  expect(ana.editor.view.dom.dataset['long']).toBe('true')
  ana.caret('line-7')
  turnInto('numbered')(ana.editor.state, ana.editor.view.dispatch)
  expect(ana.editor.view.dom.dataset['long']).toBeUndefined()
  expect(oneWriter(lines.slice(1)).editor.view.dom.dataset['long']).toBeUndefined()
})

test('an action is a box that says its words and whether they are done', () => {
  const ana = oneWriter([{ id: 'a', kind: 'action', text: 'Draft the RFC' }], { now: () => new Date(2026, 4, 5) })
  const box = ana.editor.view.dom.querySelector<HTMLElement>('[role=checkbox]')
  expect(box?.getAttribute('aria-label')).toBe('Draft the RFC')
  expect(box?.getAttribute('aria-checked')).toBe('false')
  box?.click()
  expect(box?.getAttribute('aria-checked')).toBe('true')
  expect(ana.facts.of('a')).toEqual({ end: 'done', ended: '2026-05-05' })
})

test('an empty line shows its hint and no longer when something is written', () => {
  const ana = oneWriter([{ id: 'a', kind: 'goal' }])
  const words = ana.editor.view.dom.querySelector<HTMLElement>('.entry-words')
  expect(words?.dataset['hint']).toBe('What are you working towards?')
  ana.caret('a')
  ana.type('x')
  expect(words?.dataset['hint']).toBeUndefined()
})
