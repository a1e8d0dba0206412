/** One of a few: radio buttons beside each other, so that the arrow keys go through them. */
import { useId, type ReactNode } from 'react'
import { segment, segmentsOf } from '../../../ui/segments.ts'
import styles from '../FactsPopover.module.css'

export interface Option<Value> {
  readonly value: Value
  readonly name: string
  readonly sign?: ReactNode
}

interface ChoiceProps<Value> {
  readonly label: string
  readonly options: readonly Option<Value>[]
  readonly value: Value
  readonly onChoose: (value: Value) => void
}

export function Choice<Value extends string | null>({ label, options, value, onChoose }: ChoiceProps<Value>) {
  const name = useId()
  return (
    <fieldset className={styles.field}>
      <legend className={styles.label}>{label}</legend>
      <div {...segmentsOf(options)}>
        {options.map((option) => (
          <label key={option.value ?? ''} className={segment} title={option.sign ? option.name : undefined}>
            <input type="radio" name={name} checked={option.value === value} onChange={() => onChoose(option.value)} />
            {option.sign}
            <span>{option.name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
