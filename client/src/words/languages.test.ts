import { expect, test } from 'vitest'
import { atOnce as englishAtOnce } from './en/at-once.ts'
import { inJournal as englishInJournal } from './en/in-journal.ts'
import { LANGUAGES, loadAtOnce, loadInJournal } from './languages.ts'
import { atOnceWords, inJournalWords } from './spoken.ts'

/** Where a failure has no words of its own, the catalogue's are shown; English leaves all of them to it. */
const FREE = /^screens\.failures/

/** Every word by its path: "words" for a text, "words(2)" for one that is told two things. */
function shape(words: unknown, path: string): string[] {
  if (typeof words === 'string') return [`${path} words`]
  if (typeof words === 'function') return [`${path} words(${words.length})`]
  return Object.entries(words as object).flatMap(([key, value]) => shape(value, path === '' ? key : `${path}.${key}`))
}

const shapeOf = (words: unknown) =>
  shape(words, '')
    .filter((line) => !FREE.test(line))
    .toSorted()

test('a folder with words is a language', () => {
  const folders = new Set(Object.keys(import.meta.glob('./*/*.ts')).map((path) => path.split('/')[1]))
  folders.delete('testing')
  expect(LANGUAGES.toSorted()).toEqual([...folders].toSorted())
  expect(LANGUAGES).toContain('de')
})

test.each(LANGUAGES)('%s has every word of English, and tells it the same things', async (language) => {
  await loadAtOnce(language)
  await loadInJournal(language)
  expect(shapeOf(atOnceWords())).toEqual(shapeOf(englishAtOnce))
  expect(shapeOf(inJournalWords())).toEqual(shapeOf(englishInJournal))
})

test.each(LANGUAGES)('%s calls itself by the name of its folder', async (language) => {
  await loadAtOnce(language)
  expect(atOnceWords().screens.language).toBe(language)
})
