import { expect, test } from 'vitest'
import { whereNext } from './where-next.ts'

test.each(['/journals/1', '/join/abc?x=1'])('%s is one of ours', (wished) => {
  expect(whereNext(wished, '/')).toBe(wished)
})

test.each([null, '', 'journals', '//evil.example', '/\\evil.example', 'https://evil.example', '/\t/evil.example', 'javascript:alert(1)'])(
  '%j leads home',
  (wished) => {
    expect(whereNext(wished, '/')).toBe('/')
  },
)
