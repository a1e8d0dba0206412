/** A choice inside a line of words: looks like the word chosen, and opens the system's own list. */
import { IconChevronDown } from '@tabler/icons-react'
import styles from './QuietSelect.module.css'

interface QuietSelectProps<Value extends string> {
  /** Says what is chosen; not drawn. */
  readonly label: string
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly value: Value
  readonly isBusy: boolean
  readonly onChange: (value: Value) => void
}

export function QuietSelect<Value extends string>({ label, options, value, isBusy, onChange }: QuietSelectProps<Value>) {
  return (
    <span className={styles.quiet}>
      <select
        aria-label={label}
        value={value}
        disabled={isBusy}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.currentTarget.value)
          if (chosen) onChange(chosen.value)
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <IconChevronDown size={14} aria-hidden="true" />
    </span>
  )
}
