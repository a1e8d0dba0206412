import type { PersonId } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import { readPresence } from './read-presence.ts'

const ME = 'ana' as PersonId
const ben = { id: 'ben', name: 'Ben', hue: 1 }

test('a person with two tabs is here once, where they are liveliest', () => {
  const states = new Map<number, unknown>([
    [1, { user: { id: 'ana', name: 'Ana', hue: 0 }, status: 'here' }],
    [2, { user: ben, status: 'idle', page: 'p1' }],
    [3, { user: ben, status: 'writing', page: 'p2', cursor: { anchor: {}, head: {} } }],
  ])
  expect(readPresence(states, ME)).toEqual([{ person: 'ben', name: 'Ben', hue: 1, status: 'writing', page: 'p2', connection: 3, hasCaret: true }])
})

test('what another program says wrongly is left out or taken as simply here', () => {
  const states = new Map<number, unknown>([
    [1, null],
    [2, { status: 'writing' }],
    [3, { user: ben, status: 'dancing', page: 7 }],
  ])
  expect(readPresence(states, ME)).toEqual([{ person: 'ben', name: 'Ben', hue: 1, status: 'here', page: undefined, connection: 3, hasCaret: false }])
})
