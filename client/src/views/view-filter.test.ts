/** Filters in the address. */
import { expect, test } from 'vitest'
import { filterSearch, findPerson, NO_FILTER, parseFilter } from './view-filter.ts'

test('a filter survives its address', () => {
  const filter = { of: 'me', show: 'overdue', by: 'goal', phase: 'later' } as const
  expect(parseFilter(filterSearch(filter))).toEqual(filter)
  expect(filterSearch(NO_FILTER)).toBe('')
  expect(parseFilter('')).toEqual(NO_FILTER)
})

test('what an address says beyond that is left out', () => {
  expect(parseFilter('?by=colour&of=&phase=none&utm=1')).toEqual(NO_FILTER)
})

test('"me" is whoever reads the link', () => {
  expect(findPerson({ ...NO_FILTER, of: 'me' }, 'ana')).toBe('ana')
  expect(findPerson({ ...NO_FILTER, of: 'ben' }, 'ana')).toBe('ben')
  expect(findPerson(NO_FILTER, 'ana')).toBeUndefined()
})
