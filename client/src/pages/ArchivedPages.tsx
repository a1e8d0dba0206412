/** Pages that were put away: folded, readable, and brought back from here. */
import type { ListedPage } from '@tandem/shared/document/journal-doc.ts'
import type { PageId } from '@tandem/shared/ids.ts'
import { Link } from 'wouter'
import type * as Y from 'yjs'
import { todayAsDay } from '../words/days.ts'
import { words } from '../words/words.ts'
import { unarchivePage } from './page-acts.ts'
import styles from './PageList.module.css'
import { pageName } from './page-name.ts'
import { PlainButton } from '../ui/PlainButton.tsx'

interface ArchivedPagesProps {
  readonly doc: Y.Doc
  readonly pages: readonly ListedPage[]
  readonly shown: PageId | undefined
  readonly mayEdit: boolean
  readonly hrefOf: (page: PageId) => string
}

export function ArchivedPages({ doc, pages, shown, mayEdit, hrefOf }: ArchivedPagesProps) {
  if (pages.length === 0) return null
  const today = todayAsDay(new Date())
  return (
    <details className={styles.archived}>
      <summary>{words.journal.pages.archived(pages.length)}</summary>
      <ul>
        {pages.map((page) => {
          const { name, detail } = pageName(page, today)
          return (
            <li key={page.id} className={styles.row} data-shown={page.id === shown}>
              <Link href={hrefOf(page.id)} className={styles.link ?? ''} aria-current={page.id === shown ? 'page' : undefined}>
                <span className={styles.name}>{name}</span>
                {detail && <span className={styles.detail}>{detail}</span>}
              </Link>
              {mayEdit && (
                <PlainButton className={styles.back ?? ''} onClick={() => unarchivePage(doc, page.id)} aria-label={`${words.journal.pages.unarchive}: ${name}`}>
                  {words.journal.pages.unarchive}
                </PlainButton>
              )}
            </li>
          )
        })}
      </ul>
    </details>
  )
}
