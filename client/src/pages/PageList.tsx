/** The list of pages: the agreement, meetings by date, notes, and the archived ones folded away. */
import { type ListedPage, type PageKind, renamePage } from '@tandem/shared/document/journal-doc.ts'
import type { PageId } from '@tandem/shared/ids.ts'
import { type ReactNode, useMemo, useState } from 'react'
import type * as Y from 'yjs'
import { words } from '../words/words.ts'
import { ArchivedPages } from './ArchivedPages.tsx'
import { archivePage, createPage, reorderPages } from './page-acts.ts'
import { groupPages, moveTo } from './page-groups.ts'
import styles from './PageList.module.css'
import { PageRow } from './PageRow.tsx'
import { NewPage } from './NewPage.tsx'

interface PageListProps {
  readonly doc: Y.Doc
  readonly pages: readonly ListedPage[]
  readonly shown: PageId | undefined
  readonly mayEdit: boolean
  readonly hrefOf: (page: PageId) => string
  /** A page was made or asked for: show it. */
  readonly onOpen: (page: PageId) => void
  readonly onTemplate: () => void
  readonly onPlan: () => void
  readonly onSaveTemplate: (page: ListedPage) => void
  /** What stands between the agreement and the other pages. */
  readonly views?: ReactNode
}

interface Group {
  readonly kind: PageKind
  readonly title?: string
}

const AGREEMENT: Group = { kind: 'agreement' }
const OTHERS: readonly Group[] = [
  { kind: 'meeting', title: words.journal.pages.meetings },
  { kind: 'note', title: words.journal.pages.notes },
]

/** Everything a person can do to pages stands here; readers see the list alone. */
export function PageList({ doc, pages, shown, mayEdit, hrefOf, onOpen, onTemplate, onPlan, onSaveTemplate, views }: PageListProps) {
  const groups = useMemo(() => groupPages(pages), [pages])
  const [said, setSaid] = useState('')

  function move(group: readonly ListedPage[], page: ListedPage, index: number): void {
    const place = Math.min(Math.max(index, 0), group.length - 1)
    reorderPages(doc, moveTo(group, page.id, place))
    setSaid(words.journal.pages.moved(page.title, place + 1, group.length))
  }

  function section({ kind, title }: Group) {
    const group = groups[kind]
    if (group.length === 0) return null
    return (
      <section key={kind} aria-label={title ?? words.journal.pages.agreement}>
        {title && <h2 className={styles.heading}>{title}</h2>}
        <ul>
          {group.map((page, index) => (
            <PageRow
              key={page.id}
              page={page}
              href={hrefOf(page.id)}
              isShown={page.id === shown}
              acts={
                mayEdit
                  ? {
                      place: { index, count: group.length },
                      // Meetings stand by their dates.
                      ...(kind === 'meeting' ? {} : { onMove: (to: number) => move(group, page, to) }),
                      onRename: (change) => renamePage(doc, page.id, change),
                      onSaveTemplate: () => onSaveTemplate(page),
                      onArchive: () => archivePage(doc, page.id, Date.now()),
                      onDropOn: (dragged) => {
                        const moved = group.find((each) => each.id === dragged)
                        if (moved && kind !== 'meeting') move(group, moved, index)
                      },
                    }
                  : undefined
              }
            />
          ))}
        </ul>
      </section>
    )
  }

  return (
    <div className={styles.list}>
      {section(AGREEMENT)}
      {views}
      {OTHERS.map(section)}
      {mayEdit && (
        <NewPage
          label={words.journal.pages.newPage}
          className={styles.new}
          align="start"
          onCreate={(page) => onOpen(createPage(doc, page))}
          {...{ onTemplate, onPlan }}
        />
      )}
      <ArchivedPages doc={doc} pages={groups.archived} shown={shown} mayEdit={mayEdit} hrefOf={hrefOf} />
      <p className="only-heard" role="status">
        {said}
      </p>
    </div>
  )
}
