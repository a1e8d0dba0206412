import { expect, test } from 'vitest'
import { SETTLING, waitFor } from './settling.ts'

test('[P2] a document is due two seconds after the last entry', () => {
  expect(waitFor({ since: 0, last: 3000 }, 4000, SETTLING)).toBe(1000)
  expect(waitFor({ since: 0, last: 3000 }, 5000, SETTLING)).toBe(0)
})

test('[P2] who writes on and on is projected after ten seconds', () => {
  expect(waitFor({ since: 0, last: 9900 }, 9900, SETTLING)).toBe(100)
  expect(waitFor({ since: 0, last: 12_000 }, 12_000, SETTLING)).toBe(0)
})
