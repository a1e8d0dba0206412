/** One of a few, each with a line that says what it means. */
import { useId } from 'react'
import styles from './Choice.module.css'
import { segment, segmentsOf } from './segments.ts'

export interface Option<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly hint?: string
  /** Why it cannot be chosen now; absent when it can. */
  readonly isOff?: boolean
}

interface ChoiceProps<Value extends string> {
  readonly legend: string
  readonly options: readonly Option<Value>[]
  readonly value: Value
  readonly onChange: (value: Value) => void
}

/** Real radio buttons under a quiet dress: arrows move, a screen reader hears "2 of 3". */
export function Choice<Value extends string>({ legend, options, value, onChange }: ChoiceProps<Value>) {
  const id = useId()
  return (
    <fieldset className={styles.choice}>
      <legend className={styles.legend}>{legend}</legend>
      <div className={styles.options}>
        {options.map((option) => (
          <label key={option.value} className={styles.option} data-off={option.isOff || undefined}>
            <input
              type="radio"
              name={id}
              value={option.value}
              checked={option.value === value}
              disabled={option.isOff}
              aria-describedby={option.hint ? `${id}-${option.value}` : undefined}
              onChange={() => onChange(option.value)}
            />
            <span className={styles.sign} aria-hidden="true" />
            <span className={styles.words}>
              <span className={styles.label}>{option.label}</span>
              {option.hint && (
                <span id={`${id}-${option.value}`} className={styles.hint}>
                  {option.hint}
                </span>
              )}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** The same for a few short words, which say by themselves what they mean. */
export function ShortChoice<Value extends string>({ legend, options, value, onChange }: ChoiceProps<Value>) {
  const id = useId()
  return (
    <fieldset className={styles.choice}>
      <legend className={styles.legend}>{legend}</legend>
      <div {...segmentsOf(options.map(({ label }) => ({ name: label })))}>
        {options.map((option) => (
          <label key={option.value} className={segment}>
            <input type="radio" name={id} value={option.value} checked={option.value === value} onChange={() => onChange(option.value)} />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
