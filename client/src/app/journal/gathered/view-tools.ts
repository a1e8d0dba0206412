/** Gives a view the page's own words and acts for a block. */
import type { JournalSummary } from '@tandem/shared/contracts/journals.ts'
import type { ListedPage } from '@tandem/shared/document/journal-doc.ts'
import type { GatheredBlock } from '@tandem/shared/document/journal-index.ts'
import type { Touched } from '@tandem/shared/contracts/touched.ts'
import type { Day, Millis, PersonId } from '@tandem/shared/ids.ts'
import type * as Y from 'yjs'
import { blockPath } from '../../../api/paths.ts'
import { addDays, sayRecentDay } from '../../../journal/facts/days.ts'
import { factLine } from '../../../journal/facts/fact-line.ts'
import { toggleDone } from '../../../journal/facts/fact-writes.ts'
import type { VouchedOf } from '../../../journal/page-context.ts'
import { standingStatus } from '../../../goals/standing-status.ts'
import { peopleOf } from '../../../journal/people.ts'
import { pageName } from '../../../pages/page-name.ts'
import type { ViewTools } from '../../../views/view-tools.ts'
import { locale, spokenTime } from '../../../words/dates.ts'
import { vouchingWords } from '../../../words/vouching.ts'
import { viewsWords } from '../../../words/views.ts'
import { words } from '../../../words/words.ts'
import { BlockSign } from './BlockSign.tsx'

const SOON = 7
const LATELY = 30
/** What one person does to a goal within this is one act. */
const ONE_ACT: Millis = 60_000

export interface ViewScene {
  readonly doc: Y.Doc
  readonly journal: JournalSummary
  readonly me: PersonId
  readonly pages: readonly ListedPage[]
  readonly blocks: readonly GatheredBlock[]
  readonly today: Day
  readonly touched: ReadonlyMap<string, Touched>
  readonly mayEdit: boolean
  readonly vouchedOf: VouchedOf
  readonly onTick: (block: GatheredBlock) => void
  readonly onFacts: (block: GatheredBlock) => void
}

export function viewTools({ doc, journal, me, pages, blocks, today, touched, mayEdit, vouchedOf, onTick, onFacts }: ViewScene): ViewTools {
  const byId = new Map<string, GatheredBlock>(blocks.map((block) => [block.id, block]))
  const people = peopleOf(journal.members)
  // Who has left did it all the same.
  const nameOf = (person: PersonId) => people.nameOf(person) ?? vouchingWords.somebody
  const standingOf = ({ id, facts }: GatheredBlock) => standingStatus(facts['status'], touched.get(id)?.status)
  const context = { people, locale: locale(), today, wordsOf: (block: string) => byId.get(block)?.text }
  return {
    me,
    people,
    days: { today, soon: addDays(today, SOON), lately: addDays(today, -LATELY) },
    mayEdit,
    now: (block) => byId.get(block.id) ?? block,
    hrefOf: (block) => blockPath(journal.id, block.page, block.id),
    pageNameOf: (id) => {
      const page = pages.find((each) => each.id === id)
      return page ? pageName(page, today).name : words.journal.pages.untitled
    },
    lineOf: (block, below) => {
      // In the list of expectations, of whom it is stands above it; who says so does not.
      if (block.kind === 'expectation') return factLine('expectation', { by: block.facts['by'] ?? null }, context)
      return factLine(block.kind, block.facts['goal'] === below ? { ...block.facts, goal: null } : block.facts, context)
    },
    vouchedOf,
    sayDay: (day) => sayRecentDay(day, { locale: locale(), today }),
    sayTouched: (these) => {
      const last = these.flatMap(({ id }) => touched.get(id) ?? []).toSorted((a, b) => b.at - a.at)[0]
      // Said of the status already.
      const isStatus = these.some((block) => {
        const standing = standingOf(block)
        return standing?.by === last?.by && Math.abs((standing?.at ?? 0) - (last?.at ?? 0)) < ONE_ACT
      })
      return last && !isStatus ? viewsWords.goals.touched(nameOf(last.by), spokenTime(last.at, Date.now())) : undefined
    },
    sayStatus: (goal) => {
      const standing = standingOf(goal)
      return standing && viewsWords.goals.statusSet(nameOf(standing.by), spokenTime(standing.at, Date.now()))
    },
    onTick: (block) => {
      onTick(block)
      toggleDone(doc, block.id, today)
    },
    onFacts,
    Sign: BlockSign,
  }
}
