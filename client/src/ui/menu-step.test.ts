import { expect, test } from 'vitest'
import { menuStep } from './menu-step.ts'

test.each([
  ['ArrowDown', 0, 1],
  ['ArrowDown', 2, 0],
  ['ArrowUp', 0, 2],
  ['ArrowUp', -1, 2],
  ['Home', 2, 0],
  ['End', 0, 2],
  ['x', 1, undefined],
])('%s on item %i leads to %s', (key, at, next) => {
  expect(menuStep(key, at, 3)).toBe(next)
})
