/** Something told low in the window, whatever is done there, until it is answered. */
import type { ReactNode } from 'react'
import { PlainButton } from './PlainButton.tsx'
import styles from './Prompt.module.css'

interface PromptProps {
  readonly says: string
  readonly act: PromptAct
  /** What lets it rest. */
  readonly later?: PromptAct
}

interface PromptAct {
  readonly label: string
  readonly onClick: () => void
}

export function Prompt({ says, act, later }: PromptProps) {
  return (
    <div className={styles.prompt} role="status">
      <span>{says}</span>
      <PlainButton className={styles.act ?? ''} onClick={act.onClick}>
        {act.label}
      </PlainButton>
      {later && (
        <PlainButton className={styles.later ?? ''} onClick={later.onClick}>
          {later.label}
        </PlainButton>
      )}
    </div>
  )
}

/** Where prompts stand, one above the other. */
export function Prompts({ children }: { readonly children: ReactNode }) {
  return <div className={styles.prompts}>{children}</div>
}
