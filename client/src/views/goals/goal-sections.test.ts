/** Goals by status, with the actions that serve them. */
import type { BlockId } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import { ANA, block, outline } from '../testing/gathered-blocks.ts'
import { NO_FILTER } from '../view-filter.ts'
import { goalSections, stepsOf } from './goal-sections.ts'

const BLOCKS = [
  block('goal', 'met', { status: 'met' }),
  block('goal', 'new'),
  block('goal', 'slow', { status: 'at-risk', owner: ANA }),
  block('goal', 'strange', { status: 'of a newer program' }),
  block('action', 'draft', { goal: 'slow' }),
  block('action', 'asked', { goal: 'slow', end: 'done', ended: '2026-05-02' }),
  block('action', 'told', { goal: 'slow', end: 'done', ended: '2026-05-09' }),
  block('action', 'other', { goal: 'new' }),
]

test('what needs care stands first, what is over last and folded; a goal without a status is open', () => {
  const sections = goalSections(BLOCKS, { filter: NO_FILTER, me: ANA })
  expect(outline(sections)).toEqual({ 'at-risk': ['slow'], open: ['new', 'strange'], met: ['met'] })
  expect(sections.filter(({ isFolded }) => isFolded).map(({ key }) => key)).toEqual(['met'])
})

test('one status, one person', () => {
  expect(outline(goalSections(BLOCKS, { filter: { ...NO_FILTER, show: 'met' }, me: ANA }))).toEqual({ met: ['met'] })
  expect(outline(goalSections(BLOCKS, { filter: { ...NO_FILTER, of: 'me' }, me: ANA }))).toEqual({ 'at-risk': ['slow'] })
})

test('the goals of this phase, and those put off', () => {
  const goals = [...BLOCKS, block('goal', 'far', { phase: 'later' })]
  expect(outline(goalSections(goals, { filter: { ...NO_FILTER, phase: 'this' }, me: ANA }))).toEqual({
    'at-risk': ['slow'],
    open: ['new', 'strange'],
    met: ['met'],
  })
  expect(outline(goalSections(goals, { filter: { ...NO_FILTER, phase: 'later' }, me: ANA }))).toEqual({ open: ['far'] })
})

test('a goal has its open actions and the day of its last step', () => {
  const { open, last } = stepsOf('slow' as BlockId, BLOCKS)
  expect(open.map(({ text }) => text)).toEqual(['draft'])
  expect(last).toBe('2026-05-09')
  expect(stepsOf('met' as BlockId, BLOCKS)).toEqual({ open: [], last: undefined })
})
