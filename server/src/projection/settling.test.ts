import { expect, test } from 'vitest'
import { SETTLING, waitFor } from './settling.ts'

test('[P2] a document is due two seconds after the last entry', () => {
  expect(waitFor({ since: 0, last: 3000 }, 4000, SETTLING)).toBe(1000)
  expect(waitFor({ since: 0, last: 3000 }, 5000, SETTLING)).toBe(0)
})

test('[P2] who writes on and on is projected every minute', () => {
  expect(waitFor({ since: 0, last: 59_900 }, 59_900, SETTLING)).toBe(100)
  expect(waitFor({ since: 0, last: 62_000 }, 62_000, SETTLING)).toBe(0)
})
