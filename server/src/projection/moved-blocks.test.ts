import { expect, test } from 'vitest'
import { findMoved } from './moved-blocks.ts'

function moved(before: string, now: string): string {
  return [...findMoved([...before], [...now])].toSorted().join('')
}

test('a block dragged up or down is the one that moved, not those it passed', () => {
  expect(moved('abcdef', 'aebcdf')).toBe('e')
  expect(moved('abcdef', 'bcdeaf')).toBe('a')
})

test('new and removed blocks move nobody', () => {
  expect(moved('abc', 'xaybzc')).toBe('')
  expect(moved('abcd', 'bd')).toBe('')
  expect(moved('', 'ab')).toBe('')
})

test('two that were moved are two', () => {
  expect(moved('abcdefg', 'gabcedf')).toMatch(/^(dg|eg)$/)
})
