/** The shape of what is coming, while it comes. */
import { words } from '../words/words.ts'
import styles from './Placeholder.module.css'

interface PlaceholderProps {
  readonly lines: number
}

/** Bars where words will be. Says "Loading" to those who do not see it. */
export function Placeholder({ lines }: PlaceholderProps) {
  return (
    <div className={styles.placeholder} role="status" aria-label={words.general.loading}>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} style={{ width: `${[72, 54, 63, 40][line % 4]}%` }} />
      ))}
    </div>
  )
}
