/** Finding, as the open journal knows it: its pages by their names, its blocks with their facts, its people. */
import type { JournalSummary } from '@tandem/shared/contracts/journals.ts'
import { readAllFacts } from '@tandem/shared/document/facts.ts'
import type { ListedPage } from '@tandem/shared/document/journal-doc.ts'
import type { JournalIndex } from '@tandem/shared/document/journal-index.ts'
import type { PageId } from '@tandem/shared/ids.ts'
import { useMemo } from 'react'
import { flushSync } from 'react-dom'
import { useLocation } from 'wouter'
import type * as Y from 'yjs'
import { blockPath, journalPath } from '../../api/paths.ts'
import type { Command } from '../../find/commands.ts'
import type { FindSource } from '../../find/find-in-journal.ts'
import { FindDialog } from '../../find/FindDialog.tsx'
import type { FoundRow } from '../../find/found-rows.ts'
import { factLine } from '../../journal/facts/fact-line.ts'
import { KindIcon } from '../../journal/menus/kind-icons.tsx'
import { peopleOf } from '../../journal/people.ts'
import { groupPages } from '../../pages/page-groups.ts'
import { pageName } from '../../pages/page-name.ts'
import { NO_FILTER, filterSearch } from '../../views/view-filter.ts'
import { locale } from '../../words/dates.ts'
import { todayAsDay } from '../../words/days.ts'
import { pageWords } from '../../words/page.ts'

interface FindInJournalProps {
  readonly doc: Y.Doc
  readonly journal: JournalSummary
  readonly pages: readonly ListedPage[]
  readonly index: JournalIndex
  readonly here: PageId | undefined
  /** What was marked on the page when finding began. */
  readonly start: string
  /** What can be done from here, when that is looked for too. */
  readonly commands?: readonly Command[] | undefined
  readonly onClose: () => void
}

export function FindInJournal({ doc, journal, pages, index, here, start, commands, onClose }: FindInJournalProps) {
  const [, go] = useLocation()
  const source = useMemo(() => sourceOf({ doc, journal, pages, index, here }), [doc, journal, pages, index, here])

  function goTo(row: FoundRow): void {
    // It is gone first: what is done may need the focus, which it gives back then.
    flushSync(onClose)
    if (row.kind === 'command') row.command.run()
    else if (row.kind === 'person') go(journalPath(journal.id, 'actions') + filterSearch({ ...NO_FILTER, of: row.person }))
    else if (row.kind === 'page') go(journalPath(journal.id, row.page))
    else go(blockPath(journal.id, row.page, row.block.id))
  }

  return <FindDialog {...{ source, start, commands, onClose }} Sign={KindIcon} onGo={goTo} />
}

function sourceOf({ doc, journal, pages, index, here }: Omit<FindInJournalProps, 'start' | 'commands' | 'onClose'>): FindSource {
  const today = todayAsDay(new Date())
  const { agreement, meeting, note, archived } = groupPages(pages)
  // As they stand when finding begins: one walk, and not one for every letter.
  const facts = readAllFacts(doc)
  const wordsOf = (id: string) => index.gathered().find((block) => block.id === id)?.text
  const context = { people: peopleOf(journal.members), locale: locale(), today, wordsOf }
  return {
    pages: [...agreement, ...meeting, ...note, ...archived].map((page) => {
      const { name, detail } = pageName(page, today)
      return { id: page.id, name: detail ? `${name}, ${detail}` : name, isArchived: Boolean(page.archivedAt) }
    }),
    here,
    people: journal.members,
    blocksOf: index.blocksOf,
    factsOf: ({ id, kind }) => {
      const known = id === '' ? undefined : facts.get(id)
      return known
        ? factLine(kind, known, context)
            .map(({ text }) => text)
            .join(pageWords.facts.separator)
        : ''
    },
  }
}
