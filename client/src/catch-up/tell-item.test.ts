/** The list of changes says what happened in meaning. */
import type { Change } from '@tandem/shared/contracts/changes.ts'
import type { Member } from '@tandem/shared/contracts/journals.ts'
import type { PageId, PersonId } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import { foldChanges } from './fold-changes.ts'
import { type ChangeTools, tellItem } from './tell-item.ts'

const [ANA, BEN] = ['ana', 'ben'] as PersonId[] as [PersonId, PersonId]
const reader = { me: ANA, now: 1_000_000, members: [{ person: BEN, name: 'Ben', hue: 1 }] as unknown as Member[] }
const tools: ChangeTools = {
  nameOf: ({ target }) => (target === 'draft' ? 'Draft the RFC' : undefined),
  tellFact: (kind, { field, was, became }) => (field === 'hidden' ? undefined : `${kind} ${field}: ${String(was)} → ${String(became)}`),
}

let seq = 0
function change(what: Change['what'], given: Partial<Change> = {}): Change {
  seq += 1
  return {
    seq,
    at: seq,
    author: BEN,
    target: 'draft',
    page: 'p' as PageId,
    kind: 'action',
    field: '',
    was: null,
    became: null,
    place: null,
    isTrivial: false,
    what,
    ...given,
  }
}

const told = (...changes: readonly Change[]) => foldChanges(changes, ANA).items.map((item) => tellItem(item, reader, tools))

test('of a fact what it was first and what it became last, and that the wording changed', () => {
  const changes = [
    change('fact', { field: 'due', was: '2026-05-12', became: '2026-05-13' }),
    change('words', { was: 'Draft', became: 'Draft the RFC' }),
    change('fact', { field: 'due', was: '2026-05-13', became: '2026-05-19' }),
    change('fact', { field: 'hidden', was: 1, became: 2 }),
    change('moved'),
  ]
  expect(told(...changes)).toEqual([{ name: 'Draft the RFC', what: ['action due: 2026-05-12 → 2026-05-19', 'wording changed', 'moved'] }])
})

test('what is new is new, whatever became of it; what is gone is told in the words it had', () => {
  expect(told(change('added', { became: { words: '' } }), change('fact', { field: 'due', became: '2026-05-12' }))).toEqual([
    { name: 'Draft the RFC', what: ['new'] },
  ])
  const gone = change('removed', { target: 'old', was: { words: 'Ask Sam' } })
  expect(told(gone)).toEqual([{ name: 'Ask Sam', what: ['removed'] }])
})

test('my own changes are not told, nor a page without a name by nothing', () => {
  expect(told(change('fact', { author: ANA, field: 'due', became: '2026-05-12' }))).toEqual([])
  expect(told(change('page-renamed', { target: 'p2', page: 'p2' as PageId, was: 'Books' }))).toEqual([{ name: 'Untitled', what: ['was called “Books”'] }])
})
