/** The goals of a plan, to be ticked: what is new first, then what was kept aside, then what is here already. */
import { useState } from 'react'
import { Problem } from '../ui/Problem.tsx'
import { shortDay, todayAsDay } from '../words/days.ts'
import { pageWords } from '../words/page.ts'
import { planWords } from '../words/plan.ts'
import { type Candidate, canBeAdded } from './compare-plan.ts'
import { planKey } from './parse-plan.ts'
import styles from './PlanDialog.module.css'
import { Button } from '../ui/Button.tsx'

interface PlanChoiceProps {
  readonly candidates: readonly Candidate[]
  readonly page: string
  readonly isThere: (block: string) => boolean
  readonly isPending: boolean
  readonly trouble: string | undefined
  readonly onPaste: () => void
  readonly onFinish: (candidates: readonly Candidate[], ticked: ReadonlySet<Candidate>) => void
}

const GROUPS = ['new', 'reworded', 'aside', 'here'] as const

export function PlanChoice({ candidates, page, isThere, isPending, trouble, onPaste, onFinish }: PlanChoiceProps) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const isTicked = ({ goal }: Candidate) => ticked.has(planKey(goal.text))

  function tick({ goal }: Candidate): void {
    const next = new Set(ticked)
    if (!next.delete(planKey(goal.text))) next.add(planKey(goal.text))
    setTicked(next)
  }

  return (
    <form
      className={styles.choice}
      onSubmit={(event) => {
        event.preventDefault()
        if (!isPending) onFinish(candidates, new Set(candidates.filter(isTicked)))
      }}
    >
      <p className={styles.lead}>
        {planWords.choose} {planWords.private}
      </p>
      {GROUPS.map((kind) => {
        const group = candidates.filter((candidate) => candidate.kind === kind)
        if (group.length === 0) return null
        return (
          <fieldset key={kind} className={styles.group}>
            <legend>{planWords.groups[kind]}</legend>
            {group.map((candidate) => (
              <label key={candidate.goal.text} className={styles.goal}>
                <input
                  type="checkbox"
                  checked={isTicked(candidate) || !canBeAdded(candidate, isThere)}
                  disabled={!canBeAdded(candidate, isThere)}
                  onChange={() => tick(candidate)}
                />
                <span>
                  <span className={styles.words}>{candidate.goal.text}</span>
                  <Detail candidate={candidate} isHere={!canBeAdded(candidate, isThere)} />
                </span>
              </label>
            ))}
          </fieldset>
        )
      })}
      {trouble && <Problem>{trouble}</Problem>}
      <div className={styles.end}>
        <p className={styles.into}>{ticked.size > 0 && planWords.into(page)}</p>
        <Button variant="default" onClick={onPaste}>
          {planWords.more}
        </Button>
        <Button type="submit" isPending={isPending}>
          {planWords.add(ticked.size)}
        </Button>
      </div>
    </form>
  )
}

function Detail({ candidate, isHere }: { readonly candidate: Candidate; readonly isHere: boolean }) {
  const { goal } = candidate
  const was = candidate.kind === 'reworded' && (isHere ? planWords.wasHere(candidate.was.text) : planWords.was(candidate.was.text))
  const { separator } = pageWords.facts
  const parts = [was, goal.day && planWords.by(shortDay(goal.day, todayAsDay(new Date()))), goal.note.split('\n').join(separator)].filter(Boolean)
  return parts.length > 0 ? <span className={styles.detail}>{parts.join(separator)}</span> : null
}
