/** Signs this browser out, after saying plainly what that costs. */
import type { Me } from '@tandem/shared/contracts/me.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useWaiting } from '../api/outbox.tsx'
import { SIGN_IN } from '../api/paths.ts'
import { useSignOut } from '../api/sign-in.ts'
import { Confirm } from '../ui/Confirm.tsx'
import { troubleWords } from '../words/trouble.ts'
import { words } from '../words/words.ts'
import { findLeftBehind } from './left-behind.ts'
import styles from './SignOut.module.css'
import { Button } from '../ui/Button.tsx'

interface SignOutProps {
  readonly me: Me
}

export function SignOut({ me }: SignOutProps) {
  const [isAsking, setAsking] = useState(false)
  return (
    <div>
      <Button variant="default" onClick={() => setAsking(true)}>
        {words.settings.signOut}
      </Button>
      {isAsking && <SignOutQuestion me={me} onClose={() => setAsking(false)} />}
    </div>
  )
}

interface SignOutQuestionProps extends SignOutProps {
  readonly onClose: () => void
}

function SignOutQuestion({ me, onClose }: SignOutQuestionProps) {
  const [, go] = useLocation()
  const signOut = useSignOut()
  // Counted when the question is asked, never from a cache: the answer decides whether words are left behind.
  const { count } = useWaiting()
  const leftBehind = useQuery({ queryKey: ['left-behind', me.id], queryFn: () => findLeftBehind(me.id, count), staleTime: 0, gcTime: 0 })
  const isLosing = me.email === null
  const isOnDevice = leftBehind.data === 'on-device'
  const isOnlyHere = leftBehind.data === 'only-here'
  const isWarned = isLosing || isOnDevice || isOnlyHere
  return (
    <Confirm
      title={words.settings.signOutTitle}
      action={isWarned ? words.settings.signOutAnyway : words.settings.signOut}
      isDanger={isLosing || isOnlyHere}
      isPending={signOut.isPending || leftBehind.isPending}
      trouble={signOut.error ? troubleWords(signOut.error) : undefined}
      onConfirm={() => signOut.mutate(undefined, { onSuccess: () => go(SIGN_IN) })}
      onClose={onClose}
    >
      {isLosing && <p className={styles.warning}>{words.settings.signOutLost}</p>}
      {isOnDevice && <p className={styles.warning}>{words.settings.signOutUnsaved}</p>}
      {isOnlyHere && <p className={styles.warning}>{words.settings.signOutOnlyHere}</p>}
      {!isWarned && <p>{words.settings.signOutLead}</p>}
    </Confirm>
  )
}
