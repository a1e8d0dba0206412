/** A comment that is about to begin a thread. */
import { commentWords as say } from '../words/comments.ts'
import { Composer } from './Composer.tsx'
import styles from './Thread.module.css'
import type { Words } from './use-comment-acts.ts'
import type { Draft, Talk } from './use-margins.ts'

interface DraftCardProps {
  readonly draft: Draft
  readonly talk: Talk
  readonly onSend: (said: Words) => void
  readonly onCancel: () => void
}

export function DraftCard({ draft, talk, onSend, onCancel }: DraftCardProps) {
  const place = `begin ${talk.me} ${JSON.stringify(draft.anchor)}`
  return (
    <section className={styles.card} data-open data-card="draft" aria-label={say.comment}>
      {draft.quote !== '' && <p className={styles.quote}>{draft.quote}</p>}
      <Composer
        key={place}
        keptAs={place}
        members={talk.members}
        placeholder={say.placeholder}
        action={say.send}
        hasFocus
        onSend={onSend}
        onCancel={onCancel}
      />
    </section>
  )
}
