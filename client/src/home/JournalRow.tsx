/** One journal on the home screen: its people, its title, my seat and when it last changed. */
import type { JournalSummary } from '@tandem/shared/contracts/journals.ts'
import type { JournalNews } from '@tandem/shared/contracts/changes.ts'
import type { PersonId } from '@tandem/shared/ids.ts'
import { Link } from 'wouter'
import { journalPath } from '../api/paths.ts'
import { spokenDay, spokenList, spokenTime } from '../words/dates.ts'
import { words } from '../words/words.ts'
import { Pair } from './Pair.tsx'
import { JournalMenu } from './JournalMenu.tsx'
import pressed from '../ui/PressedRow.module.css'
import styles from './JournalRow.module.css'

interface JournalRowProps {
  readonly journal: JournalSummary
  readonly me: PersonId
  readonly news: JournalNews | undefined
}

export function JournalRow({ journal, me, news }: JournalRowProps) {
  const others = journal.members.filter((member) => member.person !== me)
  const now = Date.now()
  const facts = [
    others.length > 0 ? words.home.people(spokenList(others.map((member) => member.name))) : words.home.alone,
    words.mySeat[journal.seat],
    journal.archivedAt === null ? words.home.changed(spokenTime(journal.changedAt, now)) : words.home.archivedSince(spokenDay(journal.archivedAt, now)),
  ]
  return (
    <li className={`${pressed.row} ${styles.row}`}>
      <Pair members={journal.members} />
      <div className={styles.words}>
        <Link href={journalPath(journal.id)} className={`${pressed.link} ${styles.title}`}>
          {journal.title}
        </Link>
        {news && <p className={styles.news}>{words.home.news(news.changes, spokenList(newsBy(journal, news)))}</p>}
        <p className={`${pressed.facts} ${styles.facts}`}>
          <span>
            {facts.map((fact) => (
              <span key={fact}>{fact}</span>
            ))}
          </span>
        </p>
      </div>
      <JournalMenu journal={journal} />
    </li>
  )
}

/** The names of who changed something, as far as they are still in the journal. */
function newsBy({ members }: JournalSummary, { authors }: JournalNews): string[] {
  return authors.map((author) => members.find((member) => member.person === author)?.name ?? words.home.somebody)
}
