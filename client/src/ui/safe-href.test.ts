import { expect, test } from 'vitest'
import { safeHref } from './safe-href.ts'

test.each([
  ['https://example.org/a?b#c', 'https://example.org/a?b#c'],
  ['http://localhost:4000/x', 'http://localhost:4000/x'],
  ['example.org/x', 'https://example.org/x'],
  ['ana@example.org', 'mailto:ana@example.org'],
  ['mailto:ana@example.org', 'mailto:ana@example.org'],
  ['  https://example.org  ', 'https://example.org'],
])('%s may be linked', (address, href) => {
  expect(safeHref(address)).toBe(href)
})

test.each([
  '',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' java\nscript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc/passwd',
  'blob:https://x/y',
  'just words',
  'word',
  '//',
])('%j may not', (address) => {
  expect(safeHref(address)).toBeUndefined()
})
