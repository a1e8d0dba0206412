/** What waits for me, across all my journals. */
import type { Me } from '@tandem/shared/contracts/me.ts'
import { Link } from 'wouter'
import type { Box } from '../api/notice-marks.ts'
import { useNotices, useReadAll } from '../api/notices.ts'
import { INBOX, NOTICE_ARCHIVE, SETTINGS } from '../api/paths.ts'
import { useIsReachable } from '../api/reachability.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { MeLink } from '../ui/MeLink.tsx'
import { Placeholder } from '../ui/Placeholder.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Screen } from '../ui/Screen.tsx'
import { troubleWords } from '../words/trouble.ts'
import { words } from '../words/words.ts'
import { EmptyTray } from './EmptyTray.tsx'
import styles from './InboxScreen.module.css'
import { NoticeList } from './NoticeList.tsx'
import { Button } from '../ui/Button.tsx'

interface InboxScreenProps {
  readonly me: Me
  readonly box: Box
}

const BOXES = [
  { box: 'inbox', href: INBOX },
  { box: 'archive', href: NOTICE_ARCHIVE },
] as const

export function InboxScreen({ me, box }: InboxScreenProps) {
  const notices = useNotices(box)
  const readAll = useReadAll()
  const isReachable = useIsReachable()
  const say = words.inbox
  const shown = notices.data ?? []
  const newest = shown[0]
  const hasUnread = shown.some((notice) => notice.readAt === null)

  return (
    <Screen title={say.title} end={<MeLink name={me.name} href={SETTINGS} />}>
      <div className={styles.top}>
        <h1>{say.title}</h1>
        {box === 'inbox' && newest && hasUnread && (
          <Button variant="default" onClick={() => readAll(newest)}>
            {say.markAll}
          </Button>
        )}
      </div>
      <nav className={styles.boxes} aria-label={say.box}>
        {BOXES.map((each) => (
          <Link key={each.box} href={each.href} className={styles.box ?? ''} aria-current={each.box === box ? 'page' : undefined}>
            {say.boxes[each.box]}
          </Link>
        ))}
      </nav>
      {!isReachable && notices.isSuccess && <p className={styles.offline}>{say.offline}</p>}
      {notices.isPending && <Placeholder lines={6} />}
      {notices.isError && <Problem onRetry={() => notices.refetch()}>{troubleWords(notices.error)}</Problem>}
      {notices.isSuccess && shown.length === 0 && (
        <EmptyState
          title={box === 'inbox' ? say.emptyTitle : say.emptyArchiveTitle}
          lead={box === 'inbox' ? say.emptyLead : say.emptyArchiveLead}
          picture={<EmptyTray />}
        />
      )}
      {shown.length > 0 && <NoticeList notices={shown} />}
      {notices.hasNextPage && (
        <Button className={styles.older ?? ''} variant="subtle" isPending={notices.isFetchingNextPage} onClick={() => void notices.fetchNextPage()}>
          {say.older}
        </Button>
      )}
    </Screen>
  )
}
