/** The signed-in person and their sign-ins. */
import * as contracts from '@tandem/shared/contracts/me.ts'
import { Failure } from '@tandem/shared/failure.ts'
import { useQuery } from '@tanstack/react-query'
import { callOrKept, findKept, forgetKeptAnswers } from './kept-answers.ts'
import { call } from './call.ts'
import { JOURNALS, ME, SIGN_INS } from './keys.ts'
import { useAct } from './use-act.ts'

/** Who I am: `null` when signed out. The kept answer stands until the server has spoken, so that a dead line keeps nobody waiting. */
export function useMe() {
  return useQuery<contracts.Me | null>({
    queryKey: ME,
    queryFn: loadMe,
    staleTime: 60_000,
    initialData: () => findKept(contracts.get, {}),
    initialDataUpdatedAt: 0,
  })
}

/** Who I am as far as somebody has asked; never asks itself. `undefined` before, `null` when signed out. */
export function useKnownMe(): contracts.Me | null | undefined {
  return useQuery<contracts.Me | null>({
    queryKey: ME,
    queryFn: loadMe,
    enabled: false,
    initialData: () => findKept(contracts.get, {}),
    initialDataUpdatedAt: 0,
  }).data
}

/** Asks the server who I am, or this browser when nobody answers. */
export async function loadMe(): Promise<contracts.Me | null> {
  try {
    return await callOrKept(contracts.get, {})
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'signed-out') throw error
    forgetKeptAnswers()
    return null
  }
}

/** Changes my name, everywhere it is shown. */
export function useRenameMe() {
  return useAct(contracts.rename, ME, JOURNALS)
}

/** Adds an e-mail and password, so that I can return from anywhere. */
export function useKeepMe() {
  return useAct(contracts.keep, ME)
}

/** Where I am signed in. */
export function useSignIns() {
  return useQuery({ queryKey: SIGN_INS, queryFn: () => call(contracts.listSignIns, {}), select: (answer) => answer.signIns })
}

/** Ends one of my sign-ins. */
export function useEndSignIn() {
  return useAct(contracts.endSignIn, SIGN_INS)
}
