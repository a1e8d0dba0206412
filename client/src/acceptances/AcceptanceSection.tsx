/** An action between who gave it and who is to do it: its owner's yes or no, and what became of it so far. */
import { type Acceptance, REASON_LIMIT } from '@tandem/shared/contracts/acceptances.ts'
import { newId } from '@tandem/shared/ids.ts'
import { useId, useState } from 'react'
import { useSay } from '../api/outbox.tsx'
import panel from '../ui/PanelInput.module.css'
import styles from '../ui/Vouching.module.css'
import { vouchingWords } from '../words/vouching.ts'
import { acceptanceStanding } from './acceptance-standing.ts'
import { ActionLog, type LogTools } from './ActionLog.tsx'
import { type ActionHistory, actionLog } from './action-log.ts'
import { Button } from '../ui/Button.tsx'

const say = vouchingWords.acceptance

interface AcceptanceSectionProps extends LogTools, Omit<ActionHistory, 'record'> {
  readonly journal: string
  readonly block: string
  readonly words: string
  /** What the server tells of it; `undefined` while it has not told. */
  readonly record: ActionHistory['record'] | undefined
  readonly meetings: number
  readonly me: string
  readonly mayVouch: boolean
}

export function AcceptanceSection({ journal, block, words, facts, acceptances, record, meetings, me, mayVouch, ...tools }: AcceptanceSectionProps) {
  const { nameOf } = tools
  const standing = acceptanceStanding(facts, acceptances)
  const log = actionLog({ facts, acceptances, record: record ?? [] })
  const isMine = standing.kind !== 'own' && standing.owner === me
  const isAsked = isMine && mayVouch && !facts['end'] && standing.kind !== 'accepted'
  return (
    <section className={styles.section} aria-label={say.title}>
      {standing.kind === 'proposed' && <p>{isMine ? say.givenToYou(nameOf(standing.by)) : say.waitingFor(nameOf(standing.owner))}</p>}
      {isAsked && <Answer {...{ journal, block, words }} isDeclined={standing.kind === 'declined'} />}
      <ActionLog {...{ log, meetings }} {...tools} isTold={record !== undefined} />
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
          className={panel.input}
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
