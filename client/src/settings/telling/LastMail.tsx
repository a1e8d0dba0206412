/** When the last mail went out to me, or what came of it. */
import type { NotificationSettings } from '@tandem/shared/contracts/notification-settings.ts'
import { spokenTime } from '../../words/dates.ts'
import { words } from '../../words/words.ts'
import styles from './BeingTold.module.css'

export function LastMail({ last }: { readonly last: NonNullable<NotificationSettings['last']> }) {
  const say = words.telling
  return (
    <p className={styles.note}>
      {say.last[last.state](spokenTime(last.at, Date.now()))}
      {last.trouble !== null && (
        <>
          {' '}
          <span className={styles.reason}>{say.reason(last.trouble)}</span>
        </>
      )}
    </p>
  )
}
