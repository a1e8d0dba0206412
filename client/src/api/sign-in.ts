/** Signing in, up and out: the calls the sign-in library answers, which no contract of ours describes. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { exchange } from './call.ts'
import { forgetKeptAnswers } from './kept-answers.ts'
import { ME } from './keys.ts'

export interface Credentials {
  readonly email: string
  readonly password: string
}

export interface NewPerson extends Credentials {
  readonly name: string
}

/** Signs a person in with their e-mail and password. */
export function useSignIn() {
  return useSigning((credentials: Credentials) => exchange('POST', '/api/auth/sign-in/email', { ...credentials }))
}

/** Makes a new person and signs them in. */
export function useSignUp() {
  return useSigning((person: NewPerson) => exchange('POST', '/api/auth/sign-up/email', { ...person }))
}

function useSigning<Input>(mutationFn: (input: Input) => Promise<unknown>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn,
    // Nothing the last person of this browser saw may be shown to the next one.
    onSuccess: () => {
      forgetKeptAnswers()
      return queries.resetQueries({ queryKey: ME })
    },
  })
}

/** Ends this browser's sign-in and forgets what it showed. What was written stays on this device, under the person who wrote it. */
export function useSignOut() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => exchange('POST', '/api/auth/sign-out', {}),
    onSuccess: () => {
      forgetKeptAnswers()
      queries.removeQueries({ predicate: (query) => query.queryKey[0] !== ME[0] })
      queries.setQueryData(ME, null)
    },
  })
}
