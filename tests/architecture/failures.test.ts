/** Every failure code is raised somewhere, told in words, and documented; nothing else is. */
import { FAILURES, type FailureCode } from '@tandem/shared/failure.ts'
import { expect, test } from 'vitest'
import { readText, sourcesOf } from './sources.ts'

const codes = Object.keys(FAILURES) as FailureCode[]
const texts = [...sourcesOf('server'), ...sourcesOf('client'), ...sourcesOf('shared').filter((source) => source.path !== 'shared/src/failure.ts')]
  .filter((source) => !source.path.startsWith('client/src/words/'))
  .map((source) => source.text)

test.for(codes)('%s is used', (code) => {
  expect(texts.some((text) => text.includes(`'${code}'`) || text.includes(`"${code}"`))).toBe(true)
})

test.for(codes)('%s is told in words a person understands', (code) => {
  const { words } = FAILURES[code]
  expect(words).toMatch(/^[A-Z].{15,}[.!?]$/)
  expect(words).not.toContain(code)
})

test('the document of failures says what the catalogue says', () => {
  const rows = readText('shared/src/FAILURES.md')
    .split('\n')
    .flatMap((line) => {
      const [, code, status, close, retry, happens] = line.split('|').map((cell) => cell.trim())
      return code?.startsWith('`') && happens ? [{ code: code.replaceAll('`', ''), status, close, retry }] : []
    })
  const expected = codes.map((code) => {
    const kind: { status: number; close?: number; retry: boolean } = FAILURES[code]
    return { code, status: String(kind.status), close: kind.close === undefined ? '' : String(kind.close), retry: kind.retry ? 'yes' : 'no' }
  })
  expect(rows).toEqual(expected)
})
