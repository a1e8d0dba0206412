/** Where there is no room for cards: how many threads hang beside this line. */
import { IconMessage } from '@tabler/icons-react'
import { commentWords as say } from '../words/comments.ts'
import styles from './ThreadMark.module.css'

interface ThreadMarkProps {
  readonly threads: number
  readonly isUnread: boolean
  readonly onPress: () => void
}

export function ThreadMark({ threads, isUnread, onPress }: ThreadMarkProps) {
  return (
    <button
      type="button"
      className={styles.mark}
      data-unread={isUnread || undefined}
      aria-label={say.marks(threads)}
      title={say.marks(threads)}
      onClick={onPress}
    >
      <IconMessage size={15} stroke={1.75} aria-hidden />
      {threads > 1 && <span aria-hidden>{threads}</span>}
    </button>
  )
}
