/** What waits for my yes, and my open actions, over all my journals, what is due first in front; each leads to the block where it lives. */
import type { JournalSummary } from '@tandem/shared/contracts/journals.ts'
import type { MyAction } from '@tandem/shared/contracts/my-actions.ts'
import type { Day } from '@tandem/shared/ids.ts'
import { useState } from 'react'
import { Link } from 'wouter'
import { useMyActions } from '../api/my-actions.ts'
import { blockPath } from '../api/paths.ts'
import { shortDay, todayAsDay } from '../words/days.ts'
import { words } from '../words/words.ts'
import pressed from '../ui/PressedRow.module.css'
import styles from './MyActions.module.css'
import { PlainButton } from '../ui/PlainButton.tsx'

interface MyActionsProps {
  readonly journals: readonly JournalSummary[]
}

/** What one takes in at a glance. */
const SHOWN = 5

export function MyActions({ journals }: MyActionsProps) {
  const { data: actions = [] } = useMyActions()
  const say = words.home.actions
  return (
    <>
      <Actions id="waiting-for-me" title={say.waiting} {...{ journals }} actions={actions.filter(({ isProposed }) => isProposed)} />
      <Actions id="my-actions" title={say.title} {...{ journals }} actions={actions.filter(({ isProposed }) => !isProposed)} />
    </>
  )
}

interface ActionsProps extends MyActionsProps {
  readonly id: string
  readonly title: string
  readonly actions: readonly MyAction[]
}

function Actions({ id, title, actions, journals }: ActionsProps) {
  const [isWhole, setWhole] = useState(false)
  const today = todayAsDay(new Date())
  if (actions.length === 0) return null
  const shown = isWhole ? actions : actions.slice(0, SHOWN)
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        {title}
      </h2>
      <ul>
        {shown.map((action) => (
          <ActionRow key={`${action.journal}/${action.block}`} action={action} today={today} journal={journals.find((each) => each.id === action.journal)} />
        ))}
      </ul>
      {actions.length > SHOWN && (
        <PlainButton className={styles.more ?? ''} aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? words.home.actions.fewer : words.home.actions.all(actions.length)}
        </PlainButton>
      )}
    </section>
  )
}

interface ActionRowProps {
  readonly action: MyAction
  readonly journal: JournalSummary | undefined
  readonly today: Day
}

function ActionRow({ action, journal, today }: ActionRowProps) {
  const { due, goal } = action
  const isLate = due !== null && due < today
  return (
    <li className={styles.row}>
      <span className={styles.box} data-proposed={action.isProposed} aria-hidden="true" />
      <span className={styles.words}>
        <Link href={blockPath(action.journal, action.page, action.block)} className={`${pressed.link} ${styles.link}`}>
          {action.words}
        </Link>
        {goal !== null && <span className={styles.goal}>{words.home.actions.forGoal(goal)}</span>}
      </span>
      <span className={styles.facts}>
        {due !== null && (
          <span data-late={isLate} className={styles.due}>
            {isLate ? words.home.actions.late(shortDay(due, today)) : due === today ? words.home.actions.today : shortDay(due, today)}
          </span>
        )}
        {journal && <span>{journal.title}</span>}
      </span>
    </li>
  )
}
