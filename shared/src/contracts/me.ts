/** The signed-in person and their sign-ins. */
import { z } from 'zod'
import { Millis, PersonId, SignInId } from '../ids.ts'
import { contract } from './contract.ts'
import { PersonName } from './invitations.ts'

const Nothing = z.object({})

export const Me = z.object({
  id: PersonId,
  name: z.string(),
  /** Absent until the person has added one: without it they cannot return from another device. */
  email: z.string().nullable(),
})
export type Me = z.infer<typeof Me>

export const get = contract({ method: 'GET', path: '/api/me', input: Nothing, output: Me })
export const rename = contract({ method: 'PATCH', path: '/api/me', input: z.object({ name: PersonName }), output: Nothing })

/** Adds an e-mail and password to a person who came by a link. */
export const keep = contract({
  method: 'POST',
  path: '/api/me/keep',
  input: z.object({ email: z.email().max(254), password: z.string().min(8).max(128) }),
  output: Nothing,
})

export const SignIn = z.object({
  id: SignInId,
  current: z.boolean(),
  createdAt: Millis,
  lastUsedAt: Millis,
  expiresAt: Millis,
  /** The browser's User-Agent, as it said. */
  browser: z.string(),
})
export type SignIn = z.infer<typeof SignIn>

export const listSignIns = contract({ method: 'GET', path: '/api/me/sign-ins', input: Nothing, output: z.object({ signIns: z.array(SignIn) }) })
export const endSignIn = contract({ method: 'DELETE', path: '/api/me/sign-ins/:id', input: z.object({ id: SignInId }), output: Nothing })
