/** An action between who gave it and who is to do it: its owner's yes or no, and what became of it so far. */
import { type Acceptance, REASON_LIMIT } from '@tandem/shared/contracts/acceptances.ts'
import type { Facts } from '@tandem/shared/document/facts.ts'
import { type Day, newId } from '@tandem/shared/ids.ts'
import { useId, useState } from 'react'
import { useSay } from '../api/outbox.tsx'
import styles from '../ui/Vouching.module.css'
import { spokenTime } from '../words/dates.ts'
import { vouchingWords } from '../words/vouching.ts'
import { acceptanceStanding } from './acceptance-standing.ts'
import { actionLog, type LogEntry } from './action-log.ts'
import { Button } from '../ui/Button.tsx'

const say = vouchingWords.acceptance

interface AcceptanceSectionProps {
  readonly journal: string
  readonly block: string
  readonly words: string
  readonly facts: Facts
  readonly acceptances: readonly Acceptance[]
  readonly me: string
  readonly mayVouch: boolean
  readonly nameOf: (person: string) => string
  readonly sayDay: (day: Day) => string
  readonly wordsOf: (block: string) => string | undefined
}

export function AcceptanceSection({ journal, block, words, facts, acceptances, me, mayVouch, nameOf, sayDay, wordsOf }: AcceptanceSectionProps) {
  const standing = acceptanceStanding(facts, acceptances)
  const log = actionLog(facts, acceptances)
  const isMine = standing.kind !== 'own' && standing.owner === me
  const isAsked = isMine && mayVouch && !facts['end'] && standing.kind !== 'accepted'
  if (standing.kind === 'own' && log.length === 0) return null
  return (
    <section className={styles.section} aria-label={say.title}>
      {standing.kind === 'proposed' && <p>{isMine ? say.givenToYou(nameOf(standing.by)) : say.waitingFor(nameOf(standing.owner))}</p>}
      {isAsked && <Answer {...{ journal, block, words }} isDeclined={standing.kind === 'declined'} />}
      {log.length > 0 && (
        <ol className={styles.log} aria-label={say.log}>
          {log.map((entry) => (
            <Entry key={`${entry.kind} ${'at' in entry ? entry.at : ''}`} {...{ entry, nameOf, sayDay, wordsOf }} />
          ))}
        </ol>
      )}
    </section>
  )
}

function Answer({ journal, block, words, isDeclined }: Pick<AcceptanceSectionProps, 'journal' | 'block' | 'words'> & { readonly isDeclined: boolean }) {
  const tell = useSay('accept')
  const [why, setWhy] = useState<string>()
  const field = useId()

  function answer(kind: Acceptance['kind'], reason: string): void {
    const id = newId()
    tell({ id, input: { id: journal, acceptance: id, block, kind, words, why: reason }, says: say.says[kind](words.trim(), reason.trim()) })
    setWhy(undefined)
  }

  if (why !== undefined) {
    return (
      <form
        className={styles.field}
        onSubmit={(event) => {
          event.preventDefault()
          answer('declined', why)
        }}
      >
        <label htmlFor={field}>{say.why}</label>
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- it stands where the button was that asked for it */}
        <input
          id={field}
          autoFocus
          className={styles.input}
          maxLength={REASON_LIMIT}
          value={why}
          placeholder={say.whyHint}
          onChange={(event) => setWhy(event.target.value)}
        />
        <div className={styles.acts}>
          <Button type="submit" isSmall>
            {say.decline}
          </Button>
          <Button isSmall variant="subtle" onClick={() => setWhy(undefined)}>
            {say.cancel}
          </Button>
        </div>
      </form>
    )
  }
  return (
    <div className={styles.acts}>
      <Button isSmall onClick={() => answer('accepted', '')}>
        {isDeclined ? say.acceptAfterAll : say.accept}
      </Button>
      {!isDeclined && (
        <Button isSmall variant="default" onClick={() => setWhy('')}>
          {say.declineWith}
        </Button>
      )}
    </div>
  )
}

type EntryProps = Pick<AcceptanceSectionProps, 'nameOf' | 'sayDay' | 'wordsOf'> & { readonly entry: LogEntry }

function Entry({ entry, nameOf, sayDay, wordsOf }: EntryProps) {
  if (entry.kind === 'ended') {
    const other = entry.replacedBy ? wordsOf(entry.replacedBy) : undefined
    return (
      <li>
        <span className={styles.quiet}>{say.ended[entry.end](entry.day ? sayDay(entry.day) : '')}</span>
        {(other ?? entry.why) && <p className={styles.said}>{other ?? entry.why}</p>}
      </li>
    )
  }
  return (
    <li>
      <span className={styles.quiet}>{say.logged[entry.kind](nameOf(entry.person), spokenTime(entry.at, Date.now()))}</span>
      {entry.why && <p className={styles.said}>{entry.why}</p>}
    </li>
  )
}
