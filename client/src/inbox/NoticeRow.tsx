/** One notice: who did what where, and the words it is about. The whole row leads there. */
import type { Notice } from '@tandem/shared/contracts/notices.ts'
import { IconArchive, IconCalendarDue } from '@tabler/icons-react'
import type { KeyboardEventHandler } from 'react'
import { Link } from 'wouter'
import { useMarkNotice, useSetLevel } from '../api/notices.ts'
import { Face } from '../ui/Face.tsx'
import { wordsOfMarkdown } from '../ui/light-markdown.ts'
import { MoreMenu } from '../ui/MoreMenu.tsx'
import pressed from '../ui/PressedRow.module.css'
import { spokenTime } from '../words/dates.ts'
import { words } from '../words/words.ts'
import { noticePath } from './notice-path.ts'
import styles from './NoticeRow.module.css'

interface NoticeRowProps {
  readonly notice: Notice
  readonly now: number
  /** Keys pressed while the focus is on the row's link. */
  readonly onKeyDown: KeyboardEventHandler<HTMLElement>
}

export function NoticeRow({ notice, now, onKeyDown }: NoticeRowProps) {
  const mark = useMarkNotice()
  const setLevel = useSetLevel()
  const say = words.inbox
  const { by, journal, title, level, readAt, archivedAt } = notice
  const what = say.told[notice.kind](by?.name ?? say.somebody)
  const isUnread = readAt === null
  const isMuted = level === 'none'
  const items = [
    { label: isUnread ? say.markRead : say.markUnread, onPress: () => mark(notice, { read: isUnread }) },
    { label: archivedAt === null ? say.putAway : say.putBack, onPress: () => mark(notice, { archived: archivedAt === null }) },
    { label: isMuted ? say.unmute(title) : say.mute(title), onPress: () => setLevel.mutate({ id: journal, level: isMuted ? 'all' : 'none' }) },
  ]
  return (
    <li className={`${pressed.row} ${styles.row}`} data-unread={isUnread} data-muted={isMuted || undefined} data-notice={notice.id}>
      <span className={styles.sign}>
        {by ? <Face name={by.name} hue={by.hue} isNamedBeside /> : <IconCalendarDue size={22} stroke={1.75} aria-hidden="true" />}
      </span>
      <div className={styles.words}>
        <Link
          href={noticePath(notice)}
          className={`${pressed.link} ${styles.what}`}
          onKeyDown={onKeyDown}
          onClick={() => {
            if (isUnread) mark(notice, { read: true })
          }}
        >
          {isUnread && <span className="only-heard">{say.isUnread}: </span>}
          {what}
        </Link>
        {notice.words && <q className={styles.quote}>{wordsOfMarkdown(notice.words)}</q>}
        <p className={`${pressed.facts} ${styles.facts}`}>
          <span>
            <span>{title}</span>
            <span>{spokenTime(notice.at, now)}</span>
            {isMuted && <span>{say.muted}</span>}
          </span>
        </p>
      </div>
      <div className={styles.acts}>
        {archivedAt === null && (
          <button type="button" className={styles.putAway} aria-label={say.putAwayOf(what)} title={say.putAway} onClick={() => items[1]?.onPress()}>
            <IconArchive size={20} stroke={1.75} aria-hidden="true" />
          </button>
        )}
        <MoreMenu label={say.more(what)} items={items} />
      </div>
    </li>
  )
}
