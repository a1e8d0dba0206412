/** Actions by day, by goal, of one person, overdue and ended. */
import { expect, test } from 'vitest'
import { ANA, BEN, block, DAYS, outline } from '../testing/gathered-blocks.ts'
import { NO_FILTER, type ViewFilter } from '../view-filter.ts'
import { actionSections, countOverdue } from './action-sections.ts'

const BLOCKS = [
  block('goal', 'billing'),
  block('action', 'someday', { owner: ANA }),
  block('action', 'next week', { due: '2026-05-20', owner: BEN, goal: 'billing' }),
  block('action', 'friday', { due: '2026-05-15', owner: ANA, goal: 'billing' }),
  block('action', 'today', { due: '2026-05-12', owner: BEN }),
  block('action', 'late', { due: '2026-05-01', owner: BEN, goal: 'gone' }),
  block('action', 'ticked', { end: 'done', ended: '2026-05-11', owner: ANA }),
  block('action', 'dropped', { end: 'wont-do', ended: '2026-05-12', owner: BEN }),
  block('action', 'long ago', { end: 'done', ended: '2026-01-01' }),
  block('action', 'somehow', { end: 'done' }),
]

function arranged(filter: Partial<ViewFilter>) {
  return outline(actionSections(BLOCKS, { filter: { ...NO_FILTER, ...filter }, me: ANA, days: DAYS }))
}

test('by day: overdue first, today is soon, what ended lately last and the latest first', () => {
  expect(arranged({})).toEqual({
    overdue: ['late'],
    soon: ['today', 'friday'],
    later: ['next week'],
    'no-day': ['someday'],
    lately: ['dropped', 'ticked'],
  })
})

test('by goal: also those whose goal is gone or was never said', () => {
  expect(arranged({ by: 'goal' })).toEqual({
    billing: ['next week', 'friday'],
    gone: ['late'],
    'no-goal': ['someday', 'today'],
    lately: ['dropped', 'ticked'],
  })
})

test('mine and another person’s', () => {
  expect(arranged({ of: 'me' })).toEqual({ soon: ['friday'], 'no-day': ['someday'], lately: ['ticked'] })
  expect(arranged({ of: BEN })).toEqual({ overdue: ['late'], soon: ['today'], later: ['next week'], lately: ['dropped'] })
})

test('overdue alone, and all that has ended with what has no day as the oldest', () => {
  expect(arranged({ show: 'overdue' })).toEqual({ overdue: ['late'] })
  expect(arranged({ show: 'ended' })).toEqual({ lately: ['dropped', 'ticked'], before: ['long ago', 'somehow'] })
})

test('only open actions are overdue', () => {
  expect(countOverdue([...BLOCKS, block('action', 'done in time', { due: '2026-05-01', end: 'done' })], DAYS)).toBe(1)
})
