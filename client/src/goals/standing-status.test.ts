import type { StatusSet } from '@tandem/shared/contracts/touched.ts'
import type { PersonId } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import { standingStatus } from './standing-status.ts'

const set: StatusSet = { status: 'on-track', by: 'ana' as PersonId, at: 5 }

test('who said how a goal stands is told as long as it stands so', () => {
  expect(standingStatus('on-track', set)).toEqual({ name: 'on-track', by: 'ana', at: 5 })
  // Set anew a moment ago: the record does not know by whom.
  expect(standingStatus('at-risk', set)).toBeUndefined()
})

test('nobody is named for a status nobody gave', () => {
  expect(standingStatus('open', null)).toBeUndefined()
  expect(standingStatus('open', undefined)).toBeUndefined()
  expect(standingStatus(undefined, { ...set, status: null })).toBeUndefined()
})
