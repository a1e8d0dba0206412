import { expect, test } from 'vitest'
import { countIn } from './plural.ts'

test('a count takes the form and the figures of its language', () => {
  const pages = { one: '# Seite', other: '# Seiten' }
  const count = countIn('de')
  expect([1, 0, 2, 1200].map((n) => count(n, pages))).toEqual(['1 Seite', '0 Seiten', '2 Seiten', '1.200 Seiten'])
})

test('a form that a language does not tell apart is `other`', () => {
  expect(countIn('ja')(1, { one: '# page', other: '# ページ' })).toBe('1 ページ')
})
