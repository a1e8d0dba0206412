/** The way to the inbox, with how much waits there unread. */
import { IconInbox } from '@tabler/icons-react'
import { Link } from 'wouter'
import { useUnread } from '../api/notices.ts'
import { INBOX } from '../api/paths.ts'
import { words } from '../words/words.ts'
import styles from './InboxLink.module.css'

/** `line` fills a line of a list; `short` stands beside others, and on a phone without its name. */
export function InboxLink({ layout }: { readonly layout: 'line' | 'short' }) {
  const unread = useUnread().data ?? 0
  return (
    <Link href={INBOX} className={styles.link ?? ''} data-layout={layout}>
      <IconInbox size={layout === 'line' ? 17 : 20} stroke={1.75} aria-hidden="true" />
      <span className={styles.name}>{words.inbox.title}</span>
      {unread > 0 && (
        <>
          <span className={styles.count} aria-hidden="true">
            {unread > 99 ? '99+' : unread}
          </span>
          <span className="only-heard">, {words.inbox.unread(unread)}</span>
        </>
      )}
    </Link>
  )
}
