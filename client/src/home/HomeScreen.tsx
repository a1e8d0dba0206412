/** The first screen of somebody signed in: a greeting and their journals. */
import type { Me } from '@tandem/shared/contracts/me.ts'
import type { ReactNode } from 'react'
import { useNews } from '../api/changes.ts'
import { useJournals } from '../api/journals.ts'
import { NEW_JOURNAL, SETTINGS } from '../api/paths.ts'
import { useIsReachable } from '../api/reachability.ts'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { MeLink } from '../ui/MeLink.tsx'
import { Placeholder } from '../ui/Placeholder.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Screen } from '../ui/Screen.tsx'
import { firstName } from '../words/first-name.ts'
import { dayPart, spokenToday } from '../words/dates.ts'
import { troubleWords } from '../words/trouble.ts'
import { words } from '../words/words.ts'
import { EmptyPages } from './EmptyPages.tsx'
import styles from './HomeScreen.module.css'
import { MyActions } from './MyActions.tsx'
import { JournalRows } from './JournalRows.tsx'

interface HomeScreenProps {
  readonly me: Me
  /** A line above everything, from elsewhere in the app. */
  readonly notice?: ReactNode
  /** The way to the inbox. */
  readonly inbox?: ReactNode
}

export function HomeScreen({ me, notice, inbox }: HomeScreenProps) {
  const journals = useJournals()
  const news = useNews()
  const isReachable = useIsReachable()
  const now = new Date()
  const open = journals.data?.filter((journal) => journal.archivedAt === null) ?? []
  const archived = journals.data?.filter((journal) => journal.archivedAt !== null) ?? []
  const isEmpty = journals.isSuccess && open.length === 0
  const newJournal = <ButtonLink href={NEW_JOURNAL}>{words.home.newJournal}</ButtonLink>

  return (
    <Screen
      title={words.program.name}
      notice={notice}
      end={
        <div className={styles.ways}>
          {inbox}
          <MeLink name={me.name} href={SETTINGS} />
        </div>
      }
    >
      <div className={styles.top}>
        <div className={styles.greeting}>
          <h1>{words.home.greeting[dayPart(now)](firstName(me.name))}</h1>
          <p className={styles.today}>{spokenToday(now)}</p>
        </div>
        {open.length > 0 && newJournal}
      </div>
      {!isReachable && journals.isSuccess && <p className={styles.offline}>{words.home.offline}</p>}
      {journals.isPending && <Placeholder lines={4} />}
      {journals.isError && <Problem onRetry={() => journals.refetch()}>{troubleWords(journals.error)}</Problem>}
      {isEmpty && <EmptyState title={words.home.emptyTitle} lead={words.home.emptyLead} action={newJournal} picture={<EmptyPages />} />}
      {open.length > 0 && <MyActions journals={open} />}
      {open.length > 0 && (
        <section aria-label={words.home.journals}>
          <JournalRows journals={open} me={me.id} news={news.data} />
        </section>
      )}
      {archived.length > 0 && (
        <details className={styles.archived}>
          <summary>{words.home.archived(archived.length)}</summary>
          <JournalRows journals={archived} me={me.id} />
        </details>
      )}
    </Screen>
  )
}
