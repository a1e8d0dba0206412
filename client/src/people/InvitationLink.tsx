/** A fresh invitation link, to be taken along now: only its hash is kept. */
import { TextInput } from '@mantine/core'
import type { invite } from '@tandem/shared/contracts/invitations.ts'
import { useRef, useState } from 'react'
import type { z } from 'zod'
import { spokenDay } from '../words/dates.ts'
import { peopleWords } from '../words/people.ts'
import { words } from '../words/words.ts'
import styles from './InvitationLink.module.css'
import { Button } from '../ui/Button.tsx'

interface InvitationLinkProps {
  readonly invitation: z.infer<typeof invite.output>
  readonly onAnother: () => void
}

type Copying = 'not-yet' | 'copied' | 'failed'

export function InvitationLink({ invitation, onAnother }: InvitationLinkProps) {
  const field = useRef<HTMLInputElement>(null)
  const [copying, setCopying] = useState<Copying>('not-yet')

  // A page that is not served over https has no clipboard; selecting the link is what is left.
  const giveUp = () => {
    field.current?.select()
    setCopying('failed')
  }
  const copy = () => {
    if (!('clipboard' in navigator)) return giveUp()
    navigator.clipboard.writeText(invitation.url).then(() => setCopying('copied'), giveUp)
  }

  return (
    <div className={styles.link}>
      <p>{peopleWords.linkReady}</p>
      <div className={styles.line}>
        <TextInput
          ref={field}
          className={styles.field ?? ''}
          aria-label={peopleWords.link}
          readOnly
          value={invitation.url}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button onClick={copy}>{copying === 'copied' ? words.general.copied : words.general.copy}</Button>
      </div>
      <p className={styles.quiet} role="status">
        {copying === 'failed' ? peopleWords.copyFailed : peopleWords.until(spokenDay(invitation.expiresAt, Date.now()))}
      </p>
      <div>
        <Button variant="default" onClick={onAnother}>
          {peopleWords.another}
        </Button>
      </div>
    </div>
  )
}
