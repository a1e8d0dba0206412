import type { BlockId, PageId, PersonId, RowId } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import type { MarginThread } from '../../../comments/use-margins.ts'
import { highlightsOf } from './highlights-of.ts'

const page = 'plan' as PageId
const block = 'line' as BlockId
const pieces = [{ block, from: 0, to: 4 }]
const quote = { words: 'Two', prefix: '', suffix: '', twins: 0, others: 0 }
const SETTLED = { person: 'ben' as PersonId, at: 1 }

function thread(name: string, given: Partial<MarginThread> = {}): MarginThread {
  return {
    thread: name as RowId,
    anchor: { kind: 'range', page, block, quote, start: '', end: '' },
    quote: 'Two',
    resolved: null,
    action: null,
    comments: [],
    placement: { kind: 'attached', page, pieces, isChanged: false },
    isUnread: false,
    isMine: false,
    namesMe: false,
    ...given,
  }
}

function lit(threads: readonly MarginThread[], active?: string) {
  return highlightsOf({ threads, page, active, draft: undefined }).map(({ id, tone, isActive }) => [id, tone, isActive])
}

test('words are lit by what their thread is to me: quiet, mine, and unread above all', () => {
  const threads = [thread('theirs'), thread('mine', { isMine: true }), thread('unread', { isUnread: true }), thread('both', { isUnread: true, isMine: true })]
  expect(lit(threads, 'mine')).toEqual([
    ['theirs', 'quiet', false],
    ['mine', 'mine', true],
    ['unread', 'unread', false],
    ['both', 'unread', false],
  ])
})

test('a settled thread is lit only while it is open, as settled whatever else it is', () => {
  const settled = thread('settled', { resolved: SETTLED, isUnread: true, isMine: true })
  expect(lit([settled])).toEqual([])
  expect(lit([settled], 'settled')).toEqual([['settled', 'resolved', true]])
})

test('what hangs on another page or is detached is not lit; the action made of a thread is, as a whole block', () => {
  const elsewhere = thread('elsewhere', { placement: { kind: 'attached', page: 'note' as PageId, pieces, isChanged: false } })
  const action = 'action' as BlockId
  const detached = thread('detached', { placement: { kind: 'detached', page }, action })
  expect(highlightsOf({ threads: [elsewhere, detached], page, active: undefined, draft: undefined })).toEqual([
    { id: 'detached', tone: 'quiet', isActive: false, isBlock: true, pieces: [{ block: action, from: 0, to: 0 }] },
  ])
})

test('what is being begun is lit as mine and open', () => {
  const draft = { anchor: { kind: 'block', page, block, quote }, quote: 'Two', placement: { kind: 'attached', page, pieces, isChanged: false } } as const
  expect(highlightsOf({ threads: [], page, active: undefined, draft })).toEqual([{ id: 'draft', tone: 'mine', isActive: true, isBlock: true, pieces }])
})
