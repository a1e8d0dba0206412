/** The invitation itself, and the way in. */
import { TextInput } from '@mantine/core'
import { type look, NAME_LIMIT } from '@tandem/shared/contracts/invitations.ts'
import type { Me } from '@tandem/shared/contracts/me.ts'
import { Failure } from '@tandem/shared/failure.ts'
import { may } from '@tandem/shared/roles.ts'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { z } from 'zod'
import { useAcceptInvitation } from '../api/invitations.ts'
import { HOME, journalPath, SIGN_IN } from '../api/paths.ts'
import { Form } from '../ui/Form.tsx'
import { Mark } from '../ui/Mark.tsx'
import { spokenDay } from '../words/dates.ts'
import { failureWords, troubleWords } from '../words/trouble.ts'
import { words } from '../words/words.ts'
import { InvitationFacts } from './InvitationFacts.tsx'
import styles from './JoinCard.module.css'

export type LookedAt = z.infer<typeof look.output>

interface JoinCardProps {
  readonly token: string
  readonly invitation: LookedAt
  readonly me: Me | null
}

/** Joins as the person signed in, or else as a new person of the name typed here. */
export function JoinCard({ token, invitation, me }: JoinCardProps) {
  const [, go] = useLocation()
  const accept = useAcceptInvitation()
  const [name, setName] = useState('')
  const [isMissing, setMissing] = useState(false)

  const isAlreadyIn = accept.error instanceof Failure && accept.error.code === 'already-member'

  const submit = () => {
    setMissing(!me && !name.trim())
    if (!me && !name.trim()) return
    accept.mutate({ token, ...(me ? {} : { name }) }, { onSuccess: (journal) => go(journalPath(journal.id), { replace: true }) })
  }

  return (
    <>
      <div className={styles.top}>
        <Mark size="2.25rem" />
        <h1 className={styles.title}>{words.join.titleSeat[invitation.seat](invitation.by)}</h1>
      </div>
      <InvitationFacts invitation={invitation} />
      <Form
        submit={may(invitation.role, 'edit') ? words.join.submit : words.join.submitReader}
        isPending={accept.isPending}
        trouble={accept.error ? troubleWords(accept.error) : undefined}
        onSubmit={submit}
        isWide
      >
        {me ? (
          <p>{words.join.as(me.name)}</p>
        ) : (
          <TextInput
            label={words.join.name}
            description={words.join.nameHint}
            name="name"
            autoComplete="name"
            maxLength={NAME_LIMIT}
            value={name}
            onChange={(event) => {
              setName(event.currentTarget.value)
              setMissing(false)
            }}
            error={isMissing ? failureWords('name-missing') : undefined}
          />
        )}
      </Form>
      <div className={styles.end}>
        {isAlreadyIn && <Link href={HOME}>{words.join.toMine}</Link>}
        {!me && (
          <p>
            {words.join.haveAccount} <Link href={`${SIGN_IN}?next=${encodeURIComponent(`/join/${token}`)}`}>{words.join.signIn}</Link>
          </p>
        )}
        <p>{words.join.until(spokenDay(invitation.expiresAt, Date.now()))}</p>
      </div>
    </>
  )
}
