/** Opens finding and doing, from the list of pages. */
import { IconSearch } from '@tabler/icons-react'
import { commandsWords, keysWords } from '../words/commands.ts'
import styles from './FindButton.module.css'

const KEYS = /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘ K' : `${keysWords.names.control} K`

export function FindButton({ onPress }: { readonly onPress: () => void }) {
  return (
    <button type="button" className={styles.find} aria-keyshortcuts="Control+K Meta+K" onClick={onPress}>
      <IconSearch size={17} stroke={1.75} aria-hidden="true" />
      <span className={styles.name}>{commandsWords.open}</span>
      <kbd className={styles.keys} aria-hidden="true">
        {KEYS}
      </kbd>
    </button>
  )
}
