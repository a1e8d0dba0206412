/** Opens finding, from the list of pages. */
import { IconSearch } from '@tabler/icons-react'
import { viewsWords } from '../words/views.ts'
import styles from './FindButton.module.css'

const KEYS = /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘ ⇧ F' : 'Ctrl ⇧ F'

export function FindButton({ onPress }: { readonly onPress: () => void }) {
  return (
    <button type="button" className={styles.find} aria-keyshortcuts="Control+Shift+F Meta+Shift+F" onClick={onPress}>
      <IconSearch size={17} stroke={1.75} aria-hidden="true" />
      <span className={styles.name}>{viewsWords.find.open}</span>
      <kbd className={styles.keys} aria-hidden="true">
        {KEYS}
      </kbd>
    </button>
  )
}
