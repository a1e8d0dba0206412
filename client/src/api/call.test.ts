import { expect, test } from 'vitest'
import { fillPath } from './call.ts'

test('fields with a place in the path go there, escaped; the others are the rest', () => {
  expect(fillPath('/api/journals/:id/members/:person', { id: 'a/b', person: 'p 1', role: 'viewer' })).toEqual({
    path: '/api/journals/a%2Fb/members/p%201',
    rest: { role: 'viewer' },
  })
})
