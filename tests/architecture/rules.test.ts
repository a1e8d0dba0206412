/** Every numbered rule of a RULES.md has a test whose title bears its number, and no test claims a rule that is not written down. */
import { expect, test } from 'vitest'
import { isTest, listFiles, readText } from './sources.ts'

const files = listFiles()
const rulebooks = files.filter((path) => path.endsWith('/RULES.md'))

/** The numbers a rulebook defines: `**R4**`, `[R4]`, `| R4 |` or `R4.` at the beginning of a line, list item or table row. */
function numbersOf(path: string): string[] {
  const numbers = [...readText(path).matchAll(/^\s*(?:[-*|#]+\s*)?(?:\*\*)?\[?([A-Z]\d+)\]?(?:\*\*)?(?=[\s.:|*])/gm)].map((match) => match[1] ?? '')
  return [...new Set(numbers)]
}

// Contract suites are called from a *.test.ts and may stand in a plain file.
const testTexts = files.filter((path) => isTest(path) || /^tests\/(contracts|relay|hostile|faults)\/.*\.ts$/.test(path)).map(readText)

/** The numbers that stand in brackets inside the titles of tests. */
const tested = new Set(
  testTexts
    .flatMap((text) => [...text.matchAll(/\b(?:test|it|describe)(?:\.(?:each|for)\([^)]*\))?\(\s*(['"`])(.*?)\1/gs)])
    .flatMap((match) => bracketed(match[2] ?? '')),
)

function bracketed(title: string): string[] {
  return [...title.matchAll(/\[([^\]]+)\]/g)].flatMap((match) => [...(match[1] ?? '').matchAll(/\b[A-Z]\d+\b/g)].map((number) => number[0]))
}

const RULEBOOKS = ['relay', 'log', 'notifications', 'projection', 'files'].map((part) => `server/src/${part}/RULES.md`)

test.for(RULEBOOKS)('%s is there and numbers its rules', (path) => {
  expect(rulebooks).toContain(path)
  expect(numbersOf(path).length).toBeGreaterThan(3)
})

test.for(rulebooks)('every rule of %s has a test', (path) => {
  expect(numbersOf(path).filter((number) => !tested.has(number))).toEqual([])
})

test('no test bears the number of a rule that is not written down', () => {
  const written = new Set(rulebooks.flatMap(numbersOf))
  expect([...tested].filter((number) => !written.has(number))).toEqual([])
})
