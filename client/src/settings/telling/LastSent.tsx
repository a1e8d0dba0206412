/** When something went out to me last, or what came of it. */
import type { MailState, NotificationSettings } from '@tandem/shared/contracts/notification-settings.ts'
import { spokenTime } from '../../words/dates.ts'
import styles from './BeingTold.module.css'

interface LastSentProps {
  readonly last: NonNullable<NotificationSettings['last']>
  readonly words: { readonly last: Readonly<Record<MailState, (when: string) => string>>; readonly reason: (said: string) => string }
}

export function LastSent({ last, words }: LastSentProps) {
  return (
    <p className={styles.note}>
      {words.last[last.state](spokenTime(last.at, Date.now()))}
      {last.trouble !== null && (
        <>
          {' '}
          <span className={styles.reason}>{words.reason(last.trouble)}</span>
        </>
      )}
    </p>
  )
}
