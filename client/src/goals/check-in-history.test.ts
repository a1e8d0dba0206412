import type { CheckIn } from '@tandem/shared/contracts/check-ins.ts'
import { type BlockId, type Day, newId, type PersonId, type RowId } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import { checkInHistory, checkInLine } from './check-in-history.ts'

let at = 0

function says(day: string, change: Partial<CheckIn> = {}): CheckIn {
  at += 1
  return {
    checkIn: newId() as RowId,
    block: 'g' as BlockId,
    day: day as Day,
    kind: 'given',
    value: 50,
    word: null,
    sentence: '',
    replaces: null,
    person: 'ana' as PersonId,
    at,
    ...change,
  }
}

const valuesOf = (rows: readonly CheckIn[]) => checkInHistory(rows).map(({ value, word }) => value ?? word)

test('check-ins stand by their day, whenever they were said', () => {
  expect(valuesOf([says('2026-05-12', { value: 55 }), says('2026-04-28', { value: 40 })])).toEqual([40, 55])
})

test('a correction stands in place of what it corrects, and what is taken back is left out', () => {
  const first = says('2026-05-12', { value: 55 })
  const corrected = says('2026-05-12', { value: 45, replaces: first.checkIn })
  expect(valuesOf([first, corrected])).toEqual([45])
  expect(valuesOf([first, corrected, says('2026-05-12', { kind: 'taken-back', value: null, replaces: corrected.checkIn })])).toEqual([])
})

test('nobody corrects or takes back another’s', () => {
  const hers = says('2026-05-12', { value: 55 })
  const his = { person: 'ben' as PersonId, replaces: hers.checkIn }
  expect(valuesOf([hers, says('2026-05-13', { ...his, value: 0 })])).toEqual([55, 0])
  expect(valuesOf([hers, says('2026-05-13', { ...his, kind: 'taken-back' })])).toEqual([55])
})

test('the line shows numbers as a strip and how it stands last, also in a word', () => {
  const rows = [says('2026-05-01', { value: 40 }), says('2026-05-02', { value: null, word: 'stuck' }), says('2026-05-03', { value: 55 })]
  expect(checkInLine(checkInHistory(rows))).toMatchObject({ strip: [40, 55], parts: [{ text: '55' }] })
  expect(checkInLine(checkInHistory(rows.slice(0, 2)))).toMatchObject({ strip: [40], parts: [{ text: 'stuck' }] })
  expect(checkInLine([])).toBeUndefined()
})
