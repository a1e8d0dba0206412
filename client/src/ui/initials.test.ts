import { expect, test } from 'vitest'
import { initials } from './initials.ts'

test.each([
  ['Ana', 'A'],
  ['Ana Lima', 'AL'],
  ['  maría del carmen  ruiz ', 'MR'],
  ['Ülo', 'Ü'],
  ['👩‍🚀 Zoe', '👩‍🚀Z'],
  ['', '·'],
])('%j is shown as %s', (name, letters) => {
  expect(initials(name)).toBe(letters)
})
