import type { PageId, PersonId, RowId } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import { FILTERS, inOrder, matches, openOnPage } from './thread-filters.ts'
import type { MarginThread } from './use-margins.ts'

const [PLAN, NOTE] = ['plan', 'note'] as PageId[] as [PageId, PageId]
const SETTLED = { person: 'ben' as PersonId, at: 1 }

function thread(name: string, given: Partial<MarginThread> = {}): MarginThread {
  return {
    thread: name as RowId,
    anchor: { kind: 'page', page: PLAN },
    quote: '',
    resolved: null,
    action: null,
    comments: [],
    placement: { kind: 'attached', page: PLAN, pieces: [], isChanged: false },
    isUnread: false,
    isMine: false,
    namesMe: false,
    ...given,
  }
}

const gone = { kind: 'detached', page: PLAN } as const

test('each filter shows what it names: settled threads only where they are asked for, are unread, or name me', () => {
  const threads = [
    thread('plain'),
    thread('mine', { isMine: true }),
    thread('names me', { namesMe: true }),
    thread('unread', { isUnread: true }),
    thread('detached', { placement: gone }),
    thread('settled, all of it', { resolved: SETTLED, isMine: true, namesMe: true, isUnread: true, placement: gone }),
  ]
  const shown = Object.fromEntries(FILTERS.map((filter) => [filter, threads.filter((each) => matches(each, filter)).map((each) => String(each.thread))]))
  expect(shown).toEqual({
    open: ['plain', 'mine', 'names me', 'unread', 'detached'],
    mine: ['mine'],
    mentions: ['names me', 'settled, all of it'],
    unread: ['unread', 'settled, all of it'],
    detached: ['detached'],
    resolved: ['settled, all of it'],
  })
})

test('threads stand page by page, the detached ones last, and beside a page only what is open and hangs there', () => {
  const onNote = { kind: 'attached', page: NOTE, pieces: [], isChanged: false } as const
  const threads = [
    thread('detached', { placement: gone }),
    thread('note', { placement: onNote }),
    thread('plan, first'),
    thread('plan, settled', { resolved: SETTLED }),
    thread('plan, second'),
  ]
  const names = (these: readonly MarginThread[]) => these.map((each) => String(each.thread))
  expect(names(inOrder(threads, [PLAN, NOTE]))).toEqual(['plan, first', 'plan, settled', 'plan, second', 'note', 'detached'])
  expect(names(openOnPage(threads, PLAN))).toEqual(['plan, first', 'plan, second'])
  expect(names(openOnPage(threads, undefined))).toEqual([])
})
