/** A quiet card under the first page: what a first day together is good for, and what of it is done already. Never in the way, and gone for good when put away. */
import type { Member } from '@tandem/shared/contracts/journals.ts'
import type { GatheredBlock } from '@tandem/shared/document/journal-index.ts'
import type { JournalId, PersonId } from '@tandem/shared/ids.ts'
import { IconCheck, IconX } from '@tabler/icons-react'
import { Dots } from '../ui/Dots.tsx'
import { guideWords } from '../words/guide.ts'
import styles from './FirstDay.module.css'
import { firstDaySteps, type Step } from './first-day-steps.ts'
import { useDismissed } from './use-dismissed.ts'

interface FirstDayProps {
  readonly journal: JournalId
  readonly me: PersonId
  readonly members: readonly Member[]
  readonly blocks: readonly GatheredBlock[]
  /** Absent for those who may not invite. */
  readonly onInvite: (() => void) | undefined
  readonly onPlan: () => void
}

/** Draws nothing once everything is done, so that a pair of many years never meets it. */
export function FirstDay({ journal, me, members, blocks, onInvite, onPlan }: FirstDayProps) {
  const [isDismissed, dismiss] = useDismissed(`${me}:${journal}`)
  const pair = members.filter(({ seat }) => seat !== 'third')
  const mine = pair.find(({ person }) => person === me)
  const other = pair.find(({ person }) => person !== me)
  const steps = firstDaySteps(blocks, { me, other: other?.person })
  if (isDismissed || !mine || steps.every(({ isDone }) => isDone)) return null
  const next = steps.find(({ isDone }) => !isDone)

  return (
    <aside className={styles.card} aria-labelledby="first-day">
      <header className={styles.head}>
        <h2 id="first-day">{guideWords.title}</h2>
        <button type="button" className={styles.close} aria-label={guideWords.dismiss} title={guideWords.dismiss} onClick={dismiss}>
          <IconX size={18} stroke={1.75} aria-hidden="true" />
        </button>
      </header>
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={step.name} className={styles.step} data-done={step.isDone} data-next={step === next}>
            <span className={styles.sign} aria-hidden="true">
              {step.isDone && <IconCheck size={14} stroke={2.5} />}
            </span>
            <span>
              {guideWords.steps[step.name]}
              {step.isDone && <span className="only-heard">, {guideWords.done}</span>}
              {step.both && !step.isDone && other && <Both both={step.both} mine={mine} other={other} />}
              {step === next && <span className={styles.why}>{guideWords.why[step.name]}</span>}
              {step.name === 'invite' && !step.isDone && onInvite && (
                <button type="button" className={styles.act} onClick={onInvite}>
                  {guideWords.invite}
                </button>
              )}
              {step.name === 'goal' && mine.seat === 'mentee' && !step.isDone && (
                <button type="button" className={styles.act} onClick={onPlan}>
                  {guideWords.plan}
                </button>
              )}
            </span>
          </li>
        ))}
      </ol>
    </aside>
  )
}

interface BothProps {
  readonly both: NonNullable<Step['both']>
  readonly mine: Member
  readonly other: Member
}

function Both({ both, mine, other }: BothProps) {
  const dots = [
    { name: mine.name, hue: mine.hue, isFilled: both.me },
    { name: other.name, hue: other.hue, isFilled: both.other },
  ]
  const label = dots.map(({ name, isFilled }) => `${name}: ${isFilled ? guideWords.done : guideWords.notYet}`).join(', ')
  return (
    <span className={styles.both}>
      <Dots dots={dots} label={label} />
    </span>
  )
}
