/** Notices under their days, with the keys that work through them. */
import type { Notice } from '@tandem/shared/contracts/notices.ts'
import { useMarkNotice } from '../api/notices.ts'
import { words } from '../words/words.ts'
import { gatherDays } from './notice-days.ts'
import { NoticeRow } from './NoticeRow.tsx'
import styles from './InboxScreen.module.css'
import { rowKeys } from './row-keys.ts'

export function NoticeList({ notices }: { readonly notices: readonly Notice[] }) {
  const mark = useMarkNotice()
  const now = Date.now()
  const say = words.inbox

  function onKey(key: string, id: string): boolean {
    const notice = notices.find((each) => each.id === id)
    if (!notice || (key !== 'e' && key !== 'u')) return false
    if (key === 'e') mark(notice, { archived: notice.archivedAt === null })
    else mark(notice, { read: notice.readAt === null })
    return true
  }

  const onKeyDown = rowKeys({ name: 'data-notice', onKey })
  return (
    <div data-rows>
      {gatherDays(notices, now).map(({ day, notices: ofDay }) => (
        <section key={day} className={styles.day}>
          <h2>{say.days[day]}</h2>
          <ul aria-label={say.list(say.days[day])}>
            {ofDay.map((notice) => (
              <NoticeRow key={notice.id} notice={notice} now={now} onKeyDown={onKeyDown} />
            ))}
          </ul>
        </section>
      ))}
      <p className={styles.keys}>{say.keys}</p>
    </div>
  )
}
