/** An expectation between its two people: who has said yes to which words, what changed since, and my own yes. */
import { WORDING_LIMIT, type Wording } from '@tandem/shared/document/wording.ts'
import { newId } from '@tandem/shared/ids.ts'
import { useSay } from '../api/outbox.tsx'
import { Dots } from '../ui/Dots.tsx'
import styles from '../ui/Vouching.module.css'
import { WordDiff } from '../ui/WordDiff.tsx'
import { spokenTime } from '../words/dates.ts'
import { vouchingWords } from '../words/vouching.ts'
import { yesWords } from './commitment-line.ts'
import type { PartyStanding } from './commitment-standing.ts'
import { Button } from '../ui/Button.tsx'

const say = vouchingWords.commitment

interface CommitmentSectionProps {
  readonly journal: string
  readonly block: string
  readonly me: string
  readonly now: Wording
  readonly standing: readonly PartyStanding[]
  /** Whether this person may say yes here. */
  readonly mayVouch: boolean
  /** Goes to the words, to propose others; absent for who may not write. */
  readonly onRewrite: (() => void) | undefined
  /** Writes an earlier wording back; absent for who may not write. */
  readonly onRestore: ((wording: Wording) => void) | undefined
}

export function CommitmentSection({ journal, block, me, now, standing, mayVouch, onRewrite, onRestore }: CommitmentSectionProps) {
  const commit = useSay('commit')
  const mine = standing.find(({ person }) => person === me)
  // One's own yes is what one has to decide about; the other's has mostly lapsed with it.
  const changed = mine?.yes === 'lapsed' ? mine : standing.find(({ yes }) => yes === 'lapsed')
  const isTooLong = now.words.length > WORDING_LIMIT

  function tell(kind: 'given' | 'taken-back', { words, direction, by }: Wording): void {
    const id = newId()
    commit({ id, input: { id: journal, commitment: id, block, kind, words, direction, by }, says: say.says[kind](words.trim()) })
  }

  return (
    <section className={styles.section} aria-label={say.title}>
      <ul className={styles.people}>
        {standing.map((party) => (
          <li key={party.person}>
            <Dots dots={[{ name: party.name, hue: party.hue, isFilled: party.yes === 'committed' }]} label="" />
            <span>{party.person === me ? say.you : party.name}</span>
            <span className={styles.quiet}>{yesWords(party, (at) => spokenTime(at, Date.now()))}</span>
          </li>
        ))}
      </ul>
      {changed && <Change party={changed} now={now} isMine={changed === mine} />}
      {mine && mayVouch && (
        <div className={styles.acts}>
          {mine.yes !== 'committed' && (
            <Button isSmall disabled={isTooLong} onClick={() => tell('given', now)}>
              {mine.yes === 'lapsed' ? say.commitAgain : say.commit}
            </Button>
          )}
          {mine.yes === 'lapsed' && onRewrite && (
            <Button isSmall variant="default" onClick={onRewrite}>
              {say.proposeOther}
            </Button>
          )}
          {mine.yes === 'lapsed' && onRestore && (
            <Button isSmall variant="default" onClick={() => mine.commitment && onRestore(mine.commitment)}>
              {say.keepOld}
            </Button>
          )}
          {mine.yes === 'committed' && (
            <Button isSmall variant="subtle" onClick={() => tell('taken-back', now)}>
              {say.takeBack}
            </Button>
          )}
        </div>
      )}
      {mine && mayVouch && isTooLong && <p className={styles.quiet}>{say.tooLong}</p>}
    </section>
  )
}

function Change({ party: { name, commitment }, now, isMine }: { readonly party: PartyStanding; readonly now: Wording; readonly isMine: boolean }) {
  if (!commitment) return null
  const isRedirected = commitment.direction !== now.direction || commitment.by !== now.by
  return (
    <div className={styles.change}>
      <p className={styles.quiet}>{isMine ? say.changedSinceYours : say.changedSince(name)}</p>
      <WordDiff before={commitment.words.trim()} after={now.words.trim()} />
      {isRedirected && <p className={styles.quiet}>{say.redirected}</p>}
    </div>
  )
}
