import { expect, test } from 'vitest'
import { isHow, readHow } from './how-far.ts'

test.each([
  ['55', true, 55, null],
  [' 100 % ', true, 100, null],
  ['0', true, 0, null],
  ['half way', true, null, 'half way'],
  ['3/10', true, null, '3/10'],
  ['', false, null, ''],
  ['  ', false, null, ''],
  ['150', false, null, '150'],
  ['-5', false, null, '-5'],
  ['7.5', false, null, '7.5'],
  ['101%', false, null, '101%'],
])('%s', (how, isTaken, value, word) => {
  expect([isHow(how), readHow(how)]).toEqual([isTaken, { value, word }])
})
