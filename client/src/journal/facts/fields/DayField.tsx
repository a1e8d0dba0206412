/** A calendar day: typed or picked in the browser's own way, or one of the usual ones. */
import type { Day } from '@tandem/shared/ids.ts'
import { useId } from 'react'
import { pageWords } from '../../../words/page.ts'
import { segment, segmentsOf } from '../../../ui/segments.ts'
import { addDays, parseDay } from '../days.ts'
import panel from '../../../ui/PanelInput.module.css'
import styles from '../FactsPopover.module.css'

interface DayFieldProps {
  readonly label: string
  readonly value: string | null
  readonly today: Day
  /** The days offered, by their words. */
  readonly quick: readonly (readonly [string, Day])[]
  readonly onChoose: (day: Day | null) => void
}

export function DayField({ label, value, quick, onChoose }: DayFieldProps) {
  const id = useId()
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <div className={styles.day}>
        <input
          id={id}
          type="date"
          className={panel.input}
          value={value ?? ''}
          onChange={(event) => {
            const day = parseDay(event.target.value)
            if (day || event.target.value === '') onChoose(day ?? null)
          }}
        />
        {value && (
          <button type="button" className={styles.quiet} onClick={() => onChoose(null)}>
            {pageWords.facts.quickDays.clear}
          </button>
        )}
      </div>
      <div {...segmentsOf(quick.map(([name]) => ({ name })))}>
        {quick.map(([name, day]) => (
          <button key={name} type="button" className={segment} aria-pressed={day === value} onClick={() => onChoose(day)}>
            {name}
          </button>
        ))}
      </div>
    </div>
  )
}

/** The days an action is usually due. */
export function soon(today: Day): readonly (readonly [string, Day])[] {
  const { quickDays } = pageWords.facts
  return [
    [quickDays.tomorrow, addDays(today, 1)],
    [quickDays.week, addDays(today, 7)],
    [quickDays.fortnight, addDays(today, 14)],
  ]
}

/** The days a goal usually aims at. */
export function later(today: Day): readonly (readonly [string, Day])[] {
  const { quickDays } = pageWords.facts
  return [
    [quickDays.month, addDays(today, 30)],
    [quickDays.quarter, addDays(today, 91)],
    [quickDays.halfYear, addDays(today, 182)],
  ]
}
