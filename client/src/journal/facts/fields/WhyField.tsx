/** Why something will not be done, in a sentence. */
import { useId } from 'react'
import { pageWords } from '../../../words/page.ts'
import styles from '../FactsPopover.module.css'

const LIMIT = 500

interface WhyFieldProps {
  readonly value: string | null
  readonly onWrite: (text: string | null) => void
}

export function WhyField({ value, onWrite }: WhyFieldProps) {
  const id = useId()
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {pageWords.facts.labels.why}
      </label>
      <input
        id={id}
        type="text"
        className={styles.input}
        maxLength={LIMIT}
        defaultValue={value ?? ''}
        placeholder={pageWords.facts.whyHint}
        onChange={(event) => onWrite(event.target.value.trim() || null)}
      />
    </div>
  )
}
