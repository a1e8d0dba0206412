import * as invitations from '@tandem/shared/contracts/invitations.ts'
import * as journals from '@tandem/shared/contracts/journals.ts'
import * as me from '@tandem/shared/contracts/me.ts'
import { expect, test } from 'vitest'
import { codeOfInput } from './input-refusals.ts'

const ID = '0a4d55a8-d778-4022-abe8-4b5e1e5f9f8a'

test.for([
  [journals.create, { seat: 'mentor' }, 'title-missing'],
  [journals.create, { title: '   ', seat: 'mentor' }, 'title-missing'],
  [journals.create, { title: 7, seat: 'mentor' }, 'title-missing'],
  [journals.create, { title: 'x'.repeat(201), seat: 'mentor' }, 'title-too-long'],
  [journals.create, { title: 'T', seat: 'third' }, 'unknown-seat'],
  [journals.create, { title: 'T', seat: 'mentor', template: 'huge' }, 'unknown-template'],
  [journals.get, { id: 'x' }, 'unknown-journal'],
  [journals.changeRole, { id: ID, person: 'x'.repeat(65), role: 'owner' }, 'unknown-member'],
  [journals.changeRole, { id: ID, person: 'x', role: 'king' }, 'unknown-role'],
  [invitations.look, { token: 'short' }, 'unknown-invitation'],
  [invitations.revoke, { id: ID, invitation: 'x' }, 'unknown-invitation'],
  [invitations.accept, { token: 'x'.repeat(43), name: '' }, 'name-missing'],
  [invitations.accept, { token: 'x'.repeat(43), name: 'x'.repeat(61) }, 'name-too-long'],
  [me.keep, { email: 'ana', password: 'longenough' }, 'email-invalid'],
  [me.keep, { email: 'ana@example.org', password: 'short' }, 'password-too-short'],
  [me.keep, { email: 'ana@example.org', password: 'x'.repeat(129) }, 'password-too-long'],
  [me.endSignIn, { id: '' }, 'unknown-sign-in'],
] as const)('%# tells what to change', ([contract, input, code]) => {
  const parsed = contract.input.safeParse(input)
  expect(parsed.success || codeOfInput(contract.path, parsed.error)).toBe(code)
})
