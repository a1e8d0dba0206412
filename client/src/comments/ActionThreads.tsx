/** Under an action: the thread it was made of, and the way back to it, settled or not. */
import { IconMessage } from '@tabler/icons-react'
import { wordsOfMarkdown } from '../ui/light-markdown.ts'
import vouching from '../ui/Vouching.module.css'
import { commentWords as say } from '../words/comments.ts'
import styles from './ActionThreads.module.css'
import type { MarginThread, Talk } from './use-margins.ts'

interface ActionThreadsProps {
  /** Those that name the action. */
  readonly threads: readonly MarginThread[]
  readonly talk: Talk
  readonly onGoTo: (thread: MarginThread) => void
}

export function ActionThreads({ threads, talk, onGoTo }: ActionThreadsProps) {
  if (threads.length === 0) return null
  return (
    <section className={vouching.section}>
      {threads.map((thread) => {
        const first = thread.comments.find(({ isDeleted }) => !isDeleted)
        const name = talk.people.get(first?.person ?? talk.me)?.name ?? ''
        return (
          <button key={thread.thread} type="button" className={styles.thread} onClick={() => onGoTo(thread)}>
            <IconMessage size={16} stroke={1.75} aria-hidden />
            <span>
              <span className={styles.from}>{say.madeOf(name, thread.resolved !== null)}</span>
              <span className={styles.words}>{wordsOfMarkdown(first?.words ?? '')}</span>
            </span>
          </button>
        )
      })}
    </section>
  )
}
