import type { Acceptance } from '@tandem/shared/contracts/acceptances.ts'
import type { Change } from '@tandem/shared/contracts/changes.ts'
import type { Facts } from '@tandem/shared/document/facts.ts'
import type { BlockId, Day, PageId, PersonId, RowId } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import { actionLog } from './action-log.ts'
import { meetingsOpen } from './meetings-open.ts'

const NOTHING = { field: '', was: null, became: null, place: null, isTrivial: false, kind: 'action', target: 'draft', page: 'may' as PageId } as const

function change(at: number, author: string, told: Partial<Change> & Pick<Change, 'what'>): Change {
  return { ...NOTHING, seq: at, at, author: author as PersonId, ...told }
}

function fact(at: number, author: string, field: string, [was, became]: readonly [unknown, unknown]): Change {
  return change(at, author, { what: 'fact', field, was, became })
}

const accepted: Acceptance = {
  acceptance: 'a' as RowId,
  block: 'draft' as BlockId,
  person: 'ana' as PersonId,
  kind: 'accepted',
  words: 'Draft',
  why: '',
  at: 3,
}
const made = change(1, 'ben', { what: 'added', became: { words: 'Draft', facts: {} } })

function kinds(facts: Facts, record: readonly Change[]) {
  return actionLog({ facts, acceptances: [accepted], record }).map((entry) => entry.kind)
}

test('where it was made and by whom, whose it became, its yes, its days and its end, in order', () => {
  const record = [
    made,
    fact(2, 'ben', 'owner', [null, 'ana']),
    fact(4, 'ana', 'due', ['2026-05-12', '2026-05-19']),
    change(5, 'ana', { what: 'moved', was: 'may', became: 'june', page: 'june' as PageId }),
    fact(6, 'ben', 'end', [null, 'done']),
  ]
  expect(actionLog({ facts: { end: 'done', ended: '2026-06-01' }, acceptances: [accepted], record })).toEqual([
    { kind: 'made', at: 1, person: 'ben', page: 'may' },
    { kind: 'owner', at: 2, person: 'ben', was: null, became: 'ana' },
    { kind: 'accepted', at: 3, person: 'ana', why: '' },
    { kind: 'day', at: 4, person: 'ana', was: '2026-05-12', became: '2026-05-19' },
    { kind: 'moved', at: 5, person: 'ana', page: 'june' },
    { kind: 'ended', by: { at: 6, person: 'ben' }, day: '2026-06-01', end: 'done', why: null, replacedBy: null },
  ])
})

test('an end the record does not know yet is told, without by whom', () => {
  expect(actionLog({ facts: { end: 'wont-do', why: 'Re-scoped' }, acceptances: [], record: [made] }).at(-1)).toEqual({
    kind: 'ended',
    by: null,
    day: null,
    end: 'wont-do',
    why: 'Re-scoped',
    replacedBy: null,
  })
  // Opened again and ended again: the first end is another one.
  const again = [made, fact(4, 'ana', 'end', [null, 'done']), fact(5, 'ana', 'end', ['done', null])]
  expect(kinds({ end: 'done' }, again)).toEqual(['made', 'accepted', 'ended', 'reopened', 'ended'])
})

test('a line that was turned into an action tells both, and what was gone returns', () => {
  const record = [
    made,
    change(4, 'ana', { what: 'turned', was: 'text', became: 'action' }),
    change(5, 'ben', { what: 'removed' }),
    change(6, 'ben', { what: 'added' }),
  ]
  expect(kinds({}, record)).toEqual(['made', 'accepted', 'turned', 'removed', 'returned'])
  // Among the blocks of its own page, and facts that are not told of.
  expect(kinds({}, [made, change(4, 'ana', { what: 'moved', was: 'may', became: 'may' }), fact(5, 'ana', 'goal', [null, 'g'])])).toEqual(['made', 'accepted'])
})

test('without the server what people said and how it ended is known', () => {
  expect(kinds({ end: 'done' }, [])).toEqual(['accepted', 'ended'])
})

test('it was open at the meetings after its own, up to its end or today', () => {
  const meeting = (id: string, day: string) => ({ id, kind: 'meeting', day: day as Day, archivedAt: null }) as const
  const pages = [meeting('may', '2026-05-04'), meeting('late', '2026-05-18'), meeting('june', '2026-06-01'), meeting('july', '2026-07-01')]
  const note = { id: 'note', kind: 'note', day: null, archivedAt: null } as const
  const today = '2026-06-10' as Day
  expect(meetingsOpen({ pages, home: 'may', made: undefined, ended: null, today })).toBe(2)
  expect(meetingsOpen({ pages, home: 'may', made: undefined, ended: '2026-05-20' as Day, today })).toBe(1)
  // Not on a meeting's page: from the day it was made, which only the record tells.
  expect(meetingsOpen({ pages: [note, ...pages], home: 'note', made: '2026-05-18' as Day, ended: null, today })).toBe(1)
  expect(meetingsOpen({ pages: [note, ...pages], home: 'note', made: undefined, ended: null, today })).toBe(0)
  expect(
    meetingsOpen({
      pages: [{ ...meeting('late', '2026-05-18'), archivedAt: 5 }, meeting('may', '2026-05-04')],
      home: 'may',
      made: undefined,
      ended: null,
      today,
    }),
  ).toBe(0)
})
