import { expect, test } from 'vitest'
import { ALL_ACTS, type Act, Role, may, mayWhenArchived } from './roles.ts'

/** Written out once more, so that a change of the table is a decision and not a slip. */
const ALLOWED: Readonly<Record<Role, readonly Act[]>> = {
  owner: ['read', 'leave', 'comment', 'vouch', 'edit', 'rename', 'invite', 'archive', 'manage'],
  editor: ['read', 'leave', 'comment', 'vouch', 'edit', 'rename'],
  commenter: ['read', 'leave', 'comment', 'vouch'],
  viewer: ['read', 'leave'],
}

test.for(Role.options)('what the %s may do', (role) => {
  expect(ALL_ACTS.filter((act) => may(role, act))).toEqual(ALLOWED[role])
})

test('an archived journal can be read, left, managed and brought back, not written', () => {
  expect(ALL_ACTS.filter(mayWhenArchived)).toEqual(['read', 'leave', 'archive', 'manage'])
})
