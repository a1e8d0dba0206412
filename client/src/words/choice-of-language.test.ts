import { expect, test } from 'vitest'
import { bestLanguage, ownName } from './choice-of-language.ts'

const there = ['de', 'en', 'pt-BR']

test.each([
  [['de-AT', 'en'], 'de'],
  [['fr', 'en-GB', 'de'], 'en'],
  [['pt-BR'], 'pt-BR'],
  [['fr', 'it'], 'en'],
  [[], 'en'],
])('somebody who reads %j is spoken to in %s', (wanted, spoken) => {
  expect(bestLanguage(wanted, there)).toBe(spoken)
})

test('a language is offered by its own name', () => {
  expect(['de', 'en', 'fr'].map(ownName)).toEqual(['Deutsch', 'English', 'Français'])
})
