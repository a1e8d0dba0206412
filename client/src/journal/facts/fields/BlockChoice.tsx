/** Another block of the journal, by its words. */
import { useId } from 'react'
import { pageWords } from '../../../words/page.ts'
import type { KnownBlock } from '../block-words.ts'
import panel from '../../../ui/PanelInput.module.css'
import styles from '../FactsPopover.module.css'

interface BlockChoiceProps {
  readonly label: string
  readonly none: string
  readonly blocks: readonly KnownBlock[]
  readonly value: string | null
  readonly onChoose: (block: string | null) => void
}

export function BlockChoice({ label, none, blocks, value, onChoose }: BlockChoiceProps) {
  const id = useId()
  const isGone = value !== null && !blocks.some((block) => block.id === value)
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <select id={id} className={panel.input} value={value ?? ''} onChange={(event) => onChoose(event.target.value || null)}>
        <option value="">{none}</option>
        {isGone && <option value={value}>{pageWords.facts.gone}</option>}
        {blocks.map((block) => (
          <option key={block.id} value={block.id}>
            {block.text}
          </option>
        ))}
      </select>
    </div>
  )
}
