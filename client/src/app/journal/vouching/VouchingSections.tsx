/** What people vouch for of one block, in its panel: as it is now, also while others write. */
import type { JournalSummary } from '@tandem/shared/contracts/journals.ts'
import { action } from '@tandem/shared/document/entries/action.ts'
import { readKindFacts } from '@tandem/shared/document/entries/define-entry.ts'
import { listPages } from '@tandem/shared/document/journal-doc.ts'
import type { Wording } from '@tandem/shared/document/wording.ts'
import type { Day, PersonId } from '@tandem/shared/ids.ts'
import type * as Y from 'yjs'
import { AcceptanceSection } from '../../../acceptances/AcceptanceSection.tsx'
import type { AcceptancesByBlock } from '../../../acceptances/use-acceptances.ts'
import { meetingsOpen } from '../../../acceptances/meetings-open.ts'
import { useRecord, useTouched } from '../../../api/changes.ts'
import { CommitmentSection } from '../../../commitments/CommitmentSection.tsx'
import { type Party, standingOf, wordingOf } from '../../../commitments/commitment-standing.ts'
import type { CommitmentsByBlock } from '../../../commitments/use-commitments.ts'
import { AnchorSection } from '../../../goals/AnchorSection.tsx'
import { anchorStanding } from '../../../goals/anchor-standing.ts'
import { CheckInSection } from '../../../goals/CheckInSection.tsx'
import { StatusLine } from '../../../goals/StatusLine.tsx'
import { checkInHistory } from '../../../goals/check-in-history.ts'
import type { GoalRows } from '../../../goals/use-goals.ts'
import { sayRecentDay } from '../../../journal/facts/days.ts'
import type { VouchingPart } from '../../../journal/facts/FactsPopover.tsx'
import { setFacts } from '../../../journal/facts/fact-writes.ts'
import { restoreWords } from '../../../journal/facts/restore-words.ts'
import { pageName } from '../../../pages/page-name.ts'
import { useGathered } from '../../../views/use-gathered.ts'
import { locale } from '../../../words/dates.ts'
import { todayAsDay } from '../../../words/days.ts'
import { vouchingWords } from '../../../words/vouching.ts'
import { useToday } from '../gathered/use-today.ts'
import { journalIndexOf } from '../../../sync/journal-index-of.ts'

const NOBODY: ReadonlySet<string> = new Set()

interface VouchingSectionsProps {
  readonly doc: Y.Doc
  readonly journal: JournalSummary
  readonly me: PersonId
  readonly mayEdit: boolean
  readonly mayVouch: boolean
  readonly parties: readonly Party[]
  readonly commitments: CommitmentsByBlock
  readonly acceptances: AcceptancesByBlock
  readonly goals: GoalRows
  readonly nameOf: (person: string) => string
  readonly opened: { readonly block: string; readonly part: VouchingPart }
  readonly onRewrite: () => void
}

export function VouchingSections(props: VouchingSectionsProps) {
  const { doc, journal, me, mayEdit, mayVouch, parties, commitments, acceptances, goals, nameOf, opened, onRewrite } = props
  const today = useToday()
  const blocks = useGathered(journalIndexOf(doc))
  const block = blocks.find(({ id }) => id === opened.block)
  const { data: record } = useRecord(journal.id, block?.kind === 'action' ? block.id : undefined)
  const { data: touched } = useTouched(journal.id)
  if (!block || (opened.part === 'last' && block.kind !== 'goal')) return null
  const sayDay = (day: Day) => sayRecentDay(day, { locale: locale(), today })
  const common = { journal: journal.id, block: block.id, me, mayVouch }

  function restore({ words, direction, by }: Wording): void {
    if (!block) return
    restoreWords(doc, { page: block.page, block: block.id, words })
    setFacts(doc, block.id, { direction, by })
  }

  switch (block.kind) {
    case 'expectation': {
      if (block.facts['retired']) return null
      const now = wordingOf(block)
      return (
        <CommitmentSection
          {...common}
          now={now}
          standing={standingOf(commitments.get(block.id) ?? [], now, parties)}
          onRewrite={mayEdit ? onRewrite : undefined}
          onRestore={mayEdit ? restore : undefined}
        />
      )
    }
    case 'action': {
      const wordsOf = (id: string) => blocks.find((each) => each.id === id)?.text
      const pages = listPages(doc)
      const pageNameOf = (id: string) => {
        const page = pages.find((each) => each.id === id)
        return page ? pageName(page, today).name : vouchingWords.gonePage
      }
      const made = record?.find(({ what }) => what === 'added')
      const { ended } = readKindFacts(action, block.facts)
      const meetings = meetingsOpen({ pages, home: block.page, made: made && todayAsDay(new Date(made.at)), ended, today })
      return (
        <AcceptanceSection
          {...common}
          {...{ nameOf, sayDay, wordsOf, pageNameOf, record, meetings }}
          words={block.text}
          facts={block.facts}
          acceptances={acceptances.get(block.id) ?? []}
        />
      )
    }
    case 'goal': {
      if (opened.part === 'last') {
        const standing = anchorStanding(goals.answers.get(block.id) ?? [], goals.given.get(block.id) ?? NOBODY, journal.members)
        return standing ? <AnchorSection {...common} words={block.text} standing={standing} /> : null
      }
      // A third seat reads how far it is; only the pair says so.
      const isParty = parties.some(({ person }) => person === me)
      return (
        <>
          <StatusLine status={block.facts['status']} set={touched?.get(block.id)?.status} nameOf={nameOf} />
          <CheckInSection
            {...common}
            {...{ today, nameOf, sayDay }}
            history={checkInHistory(goals.checkIns.get(block.id) ?? [])}
            mayVouch={mayVouch && isParty}
          />
        </>
      )
    }
    default:
      return null
  }
}
