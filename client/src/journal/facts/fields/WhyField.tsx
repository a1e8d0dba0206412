/** Why something will not be done, in a sentence. */
import { useId } from 'react'
import { pageWords } from '../../../words/page.ts'
import panel from '../../../ui/PanelInput.module.css'
import styles from '../FactsPopover.module.css'

const LIMIT = 500

interface WhyFieldProps {
  readonly value: string | null
  readonly label?: string
  readonly hint?: string
  readonly limit?: number
  readonly onWrite: (text: string | null) => void
}

export function WhyField({ value, label = pageWords.facts.labels.why, hint = pageWords.facts.whyHint, limit = LIMIT, onWrite }: WhyFieldProps) {
  const id = useId()
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        type="text"
        className={panel.input}
        maxLength={limit}
        defaultValue={value ?? ''}
        placeholder={hint}
        onChange={(event) => onWrite(event.target.value.trim() || null)}
      />
    </div>
  )
}
