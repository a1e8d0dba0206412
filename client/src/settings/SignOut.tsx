/** Signs this browser out, after saying plainly what that costs. */
import type { Me } from '@tandem/shared/contracts/me.ts'
import type { PersonId } from '@tandem/shared/ids.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { SIGN_IN } from '../api/paths.ts'
import { useSignOut } from '../api/sign-in.ts'
import { countWaitingCommands } from '../sync/outbox-store.ts'
import { countUnsavedEdits } from '../sync/unsaved-edits.ts'
import { Confirm } from '../ui/Confirm.tsx'
import { troubleWords } from '../words/trouble.ts'
import { words } from '../words/words.ts'
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
  const unsaved = useQuery({ queryKey: ['unsaved', me.id], queryFn: () => countUnsaved(me.id), staleTime: 0, gcTime: 0 })
  const isLosing = me.email === null
  const hasUnsaved = (unsaved.data ?? 0) > 0
  return (
    <Confirm
      title={words.settings.signOutTitle}
      action={isLosing || hasUnsaved ? words.settings.signOutAnyway : words.settings.signOut}
      isDanger={isLosing}
      isPending={signOut.isPending || unsaved.isPending}
      trouble={signOut.error ? troubleWords(signOut.error) : undefined}
      onConfirm={() => signOut.mutate(undefined, { onSuccess: () => go(SIGN_IN) })}
      onClose={onClose}
    >
      {isLosing && <p className={styles.warning}>{words.settings.signOutLost}</p>}
      {hasUnsaved && <p className={styles.warning}>{words.settings.signOutUnsaved}</p>}
      {!isLosing && !hasUnsaved && <p>{words.settings.signOutLead}</p>}
    </Confirm>
  )
}

/** Words and commands alike: what this device alone has of this person. */
async function countUnsaved(person: PersonId): Promise<number> {
  const [edits, commands] = await Promise.all([countUnsavedEdits(person), countWaitingCommands(person)])
  return edits + commands
}
