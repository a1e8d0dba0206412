import type { PersonId } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import { type Standing, chooseSuccessor } from './successor.ts'

const ana: Standing = { person: 'ana' as PersonId, role: 'editor', seat: 'mentee', joinedAt: 2 }
const cleo: Standing = { person: 'cleo' as PersonId, role: 'editor', seat: 'third', joinedAt: 1 }
const dan: Standing = { person: 'dan' as PersonId, role: 'viewer', seat: 'mentor', joinedAt: 0 }

test('of two editors the one of the pair follows', () => {
  expect(chooseSuccessor([cleo, ana])).toBe(ana)
})

test('an editor comes before a reader, whatever their seats', () => {
  expect(chooseSuccessor([dan, cleo])).toBe(cleo)
})

test('of equals the one who came first', () => {
  const eve: Standing = { ...cleo, person: 'eve' as PersonId, joinedAt: 3 }
  expect(chooseSuccessor([eve, cleo])).toBe(cleo)
})

test('a reader is better than nobody', () => {
  expect(chooseSuccessor([dan])).toBe(dan)
  expect(chooseSuccessor([])).toBeUndefined()
})
