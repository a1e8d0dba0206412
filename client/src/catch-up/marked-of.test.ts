import type { SaidRow } from '@tandem/shared/contracts/changes.ts'
import type { Member } from '@tandem/shared/contracts/journals.ts'
import type { BlockId, PageId, PersonId, RowId } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import { foldChanges } from './fold-changes.ts'
import { markedOn } from './marked-of.ts'

const [ANA, BEN] = ['ana', 'ben'] as PersonId[] as [PersonId, PersonId]
const page = 'p' as PageId
const reader = { me: ANA, now: 1_000_000, members: [{ person: BEN, name: 'Ben', hue: 1 }] as unknown as Member[] }

function row(what: SaidRow['what'], words: string, at: number): SaidRow {
  return { row: `r${at}` as RowId, at, author: BEN, page, block: 'b' as BlockId, what, value: null, words }
}

test('what was done with comments of a block is told quietly beside it, of each kind the last', () => {
  const rows = [
    row('edited', 'Shall', 1),
    row('reacted', '👍 Two **days** is tight', 2),
    row('edited', 'Shall we?', 3),
    row('resolved', 'Two days is tight', 4),
    row('commented', 'Yes', 5),
    row('commented', 'No', 6),
  ]
  const { blocks } = markedOn(foldChanges([], ANA, rows).items, page, reader)
  expect(blocks).toMatchObject([
    {
      block: 'b',
      who: 'Ben',
      notes: ['changed a comment: “Shall we?”', 'reacted: 👍 Two days is tight', 'resolved “Two days is tight”', 'commented: “Yes”', 'commented: “No”'],
    },
  ])
})
