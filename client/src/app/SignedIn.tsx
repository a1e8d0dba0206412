/** A screen for somebody signed in; others are asked to sign in first and brought back. */
import type { Me } from '@tandem/shared/contracts/me.ts'
import type { ReactNode } from 'react'
import { Redirect, useLocation } from 'wouter'
import { useMe } from '../api/me.ts'
import { SIGN_IN } from '../api/paths.ts'
import { Placeholder } from '../ui/Placeholder.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Screen } from '../ui/Screen.tsx'
import { PaletteHere } from './palette/PaletteHere.tsx'
import { useOwnClock } from './use-own-clock.ts'
import { troubleWords } from '../words/trouble.ts'
import { words } from '../words/words.ts'

interface SignedInProps {
  readonly children: (me: Me) => ReactNode
}

export function SignedIn({ children }: SignedInProps) {
  const me = useMe()
  const [path] = useLocation()
  if (me.data) return <Known>{children(me.data)}</Known>
  if (me.data === null) return <Redirect to={signInPath(path)} replace />
  return (
    <Screen title={words.program.name}>
      <h1 className="only-heard">{words.program.name}</h1>
      {me.isError ? <Problem onRetry={() => me.refetch()}>{troubleWords(me.error)}</Problem> : <Placeholder lines={4} />}
    </Screen>
  )
}

function Known({ children }: { readonly children: ReactNode }) {
  useOwnClock()
  return (
    <>
      {children}
      <PaletteHere />
    </>
  )
}

/** Where to sign in so as to come back to this address. */
export function signInPath(next: string): string {
  return next === '/' ? SIGN_IN : `${SIGN_IN}?next=${encodeURIComponent(next)}`
}
