// @vitest-environment jsdom
/** Lit words follow what is typed, by oneself and by others, before anybody looks where they belong. */
import type { BlockId } from '@tandem/shared/ids.ts'
import { afterEach, expect, test } from 'vitest'
import { closeAll, END, pair, START, WORDS } from '../testing/edit-words.ts'
import { meet, type Writer } from '../testing/people-at-a-page.ts'
import { findHighlights, type Highlight, highlightsAt, setHighlights } from './highlights.ts'

afterEach(closeAll)

const highlight = (id: string, block: string, from: number, to: number): Highlight => ({
  id,
  tone: 'quiet',
  isActive: false,
  isBlock: false,
  pieces: [{ block: block as BlockId, from, to }],
})

function lit({ editor }: Writer, id: string): string {
  const place = findHighlights(editor.state).get(id)
  return place ? editor.state.doc.textBetween(place.from, place.to) : ''
}

test('they are on the page, not in it: nothing is written and nothing can be undone', () => {
  const { ana } = pair()
  let updates = 0
  ana.doc.on('update', () => (updates += 1))
  setHighlights(ana.editor.view, [highlight('t', 'b', START, END)])
  expect(ana.editor.view.dom.querySelector('[data-thread=t]')?.textContent).toBe(WORDS)
  expect([updates, ana.editor.can().undo()]).toEqual([0, false])
})

test('they follow one’s own keystrokes and the other’s', () => {
  const { ana, ben } = pair()
  setHighlights(ana.editor.view, [highlight('t', 'b', START, END)])
  ana.caret('b', 0)
  ana.type('Soon ')
  expect(lit(ana, 't')).toBe(WORDS)
  ben.caret('b', 3)
  ben.type(' and Ben')
  ben.caret('a', 0)
  ben.press('Enter')
  meet(ana, ben)
  expect(lit(ana, 't')).toBe(WORDS)
  ben.caret('b')
  ben.press('Alt-ArrowUp')
  meet(ana, ben)
  expect(lit(ana, 't')).toBe(WORDS)
})

test('of overlapping ones the shortest is pressed first', () => {
  const { ana } = pair()
  setHighlights(ana.editor.view, [highlight('long', 'b', START, END), highlight('short', 'b', START + 5, START + 8)])
  const at = (findHighlights(ana.editor.state).get('short')?.from ?? 0) + 1
  expect(highlightsAt(ana.editor.state, at)).toEqual(['short', 'long'])
  expect(ana.editor.view.dom.querySelectorAll('[data-thread=long]')).toHaveLength(3)
})

test('where they have come to belong by themselves, nothing is drawn anew', () => {
  const { ana } = pair()
  setHighlights(ana.editor.view, [highlight('t', 'b', START, END)])
  ana.caret('b', 0)
  ana.type('Soon ')
  let drawn = 0
  ana.editor.on('transaction', () => (drawn += 1))
  setHighlights(ana.editor.view, [highlight('t', 'b', START + 5, END + 5)])
  expect(drawn).toBe(0)
  setHighlights(ana.editor.view, [{ ...highlight('t', 'b', START + 5, END + 5), tone: 'mine' }])
  expect([drawn, ana.editor.view.dom.querySelector('[data-thread=t]')?.getAttribute('data-tone')]).toEqual([1, 'mine'])
})
