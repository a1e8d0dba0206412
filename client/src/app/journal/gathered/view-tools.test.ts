import type { JournalSummary } from '@tandem/shared/contracts/journals.ts'
import type { Touched } from '@tandem/shared/contracts/touched.ts'
import type { GatheredBlock } from '@tandem/shared/document/journal-index.ts'
import type { BlockId, Day, PersonId } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { vouchingWords } from '../../../words/vouching.ts'
import { viewTools } from './view-tools.ts'

const goal = { id: 'lead' as BlockId, kind: 'goal', text: 'Lead', facts: { status: 'met' } } as unknown as GatheredBlock

/** A view of Ana's in a journal that Ben has left, after these were there. */
function viewAfter(...touched: readonly Touched[]) {
  return viewTools({
    doc: new Y.Doc(),
    journal: { members: [{ person: 'ana', name: 'Ana', hue: 0, seat: 'mentee' }] } as unknown as JournalSummary,
    me: 'ana' as PersonId,
    pages: [],
    blocks: [goal],
    today: '2026-05-12' as Day,
    touched: new Map(touched.map((each) => [each.block, each])),
    mayEdit: true,
    vouchedOf: () => undefined,
    onTick: () => undefined,
    onFacts: () => undefined,
  })
}

const by = (person: string, status: string | null = null): Touched => {
  const act = { at: 5, by: person as PersonId }
  return { block: goal.id, ...act, status: status === null ? null : { status, ...act } }
}

test('who touched a goal last is told, also when they have left', () => {
  expect(viewAfter(by('ana')).sayTouched([goal])).toContain('Ana')
  expect(viewAfter(by('ben')).sayTouched([goal])).toContain(vouchingWords.somebody)
  expect(viewAfter().sayTouched([goal])).toBeUndefined()
})

test('who gave a goal the status it has is told, once the record knows', () => {
  expect(viewAfter(by('ana', 'met')).sayStatus(goal)).toContain('Ana')
  expect(viewAfter(by('ben', 'met')).sayStatus(goal)).toContain(vouchingWords.somebody)
  expect(viewAfter(by('ana', 'open')).sayStatus(goal)).toBeUndefined()
})

test('that somebody gave a goal its status is not told a second time as the last touch', () => {
  expect(viewAfter(by('ana', 'met')).sayTouched([goal])).toBeUndefined()
  expect(viewAfter({ ...by('ana', 'met'), at: 120_000 }).sayTouched([goal])).toContain('Ana')
})
