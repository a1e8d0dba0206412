import { expect, test } from 'vitest'
import { type Contract, pathFields } from './contract.ts'
import * as health from './health.ts'
import * as invitations from './invitations.ts'
import * as journals from './journals.ts'
import * as me from './me.ts'
import * as notices from './notices.ts'
import * as settings from './notification-settings.ts'

const contracts = [health, invitations, journals, me, notices, settings].flatMap((resource) =>
  Object.values(resource).filter((value): value is Contract => typeof value === 'object' && 'path' in value),
)

test.for(contracts)('$method $path takes from its path what its input has', ({ path, input }) => {
  const fields = 'shape' in input ? Object.keys(input.shape as object) : []
  expect(fields).toEqual(expect.arrayContaining(pathFields(path)))
})

test('no two contracts are at one address', () => {
  const addresses = contracts.map(({ method, path }) => `${method} ${path.replaceAll(/:\w+/g, ':')}`)
  expect(new Set(addresses).size).toBe(addresses.length)
})

test('a title is trimmed before it is measured', () => {
  expect(journals.Title.parse(`  ${'x'.repeat(200)}  `)).toHaveLength(200)
})

test('a pasted title becomes one line', () => {
  expect(journals.Title.parse('Ana\r\nand\u0000 Ben\n')).toBe('Ana and  Ben')
})
