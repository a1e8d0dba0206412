/** What people vouch for, brought to the blocks it is about: the line on the page and in views, and the part of the panel. The one place where its features meet. */
import type { JournalSummary } from '@tandem/shared/contracts/journals.ts'
import { isStructuredKind } from '@tandem/shared/document/kinds.ts'
import type { PersonId } from '@tandem/shared/ids.ts'
import { may } from '@tandem/shared/roles.ts'
import { useCallback, useMemo } from 'react'
import { acceptanceLine } from '../../../acceptances/acceptance-line.ts'
import { acceptanceStanding } from '../../../acceptances/acceptance-standing.ts'
import { useAcceptances } from '../../../acceptances/use-acceptances.ts'
import { commitmentLine } from '../../../commitments/commitment-line.ts'
import { type Party, standingOf, wordingOf } from '../../../commitments/commitment-standing.ts'
import { type CommitmentsByBlock, useCommitments } from '../../../commitments/use-commitments.ts'
import { checkInHistory, checkInLine } from '../../../goals/check-in-history.ts'
import { useGoalRows } from '../../../goals/use-goals.ts'
import type { VouchedOf } from '../../../journal/page-context.ts'
import type { RenderVouching } from '../../../journal/PageMenus.tsx'
import type { JournalSession } from '../../../sync/session.ts'
import { firstName } from '../../../words/first-name.ts'
import { vouchingWords } from '../../../words/vouching.ts'
import { VouchingSections } from './VouchingSections.tsx'

export interface VouchingScene {
  readonly session: JournalSession
  readonly journal: JournalSummary
  readonly me: PersonId
  readonly mayEdit: boolean
  /** Goes to the words of a block, to write others. */
  readonly onRewrite: (block: string) => void
}

export interface Vouching {
  readonly vouchedOf: VouchedOf
  readonly renderVouching: RenderVouching
  readonly commitments: CommitmentsByBlock
  /** The mentor and the mentee, as far as they are here. */
  readonly parties: readonly Party[]
}

export function useVouching({ session, journal, me, mayEdit, onRewrite }: VouchingScene): Vouching {
  const commitments = useCommitments(journal.id, me)
  const acceptances = useAcceptances(journal.id, me)
  const goals = useGoalRows(journal.id, me)
  const { members } = journal
  const parties = useMemo(() => members.filter(({ seat }) => seat !== 'third'), [members])
  const nameOf = useCallback((person: string) => firstName(members.find((each) => each.person === person)?.name ?? vouchingWords.somebody), [members])
  const mayVouch = may(journal.role, 'vouch') && journal.archivedAt === null

  const vouchedOf = useCallback<VouchedOf>(
    ({ id, kind, text, facts }) => {
      switch (kind) {
        case 'expectation':
          return facts['retired'] ? undefined : commitmentLine(standingOf(commitments.get(id) ?? [], wordingOf({ text, facts }), parties), me)
        case 'action':
          return acceptanceLine(acceptanceStanding(facts, acceptances.get(id) ?? []), { me, nameOf })
        case 'goal':
          return checkInLine(checkInHistory(goals.checkIns.get(id) ?? []))
        default:
          return undefined
      }
    },
    [commitments, acceptances, goals.checkIns, parties, nameOf, me],
  )

  const renderVouching: RenderVouching = (opened) => {
    if (!isStructuredKind(opened.kind)) return null
    const rows = { commitments, acceptances, goals }
    const rewrite = () => {
      opened.onClose()
      onRewrite(opened.block)
    }
    return <VouchingSections {...{ doc: session.doc, journal, me, mayEdit, mayVouch, parties, nameOf, opened, ...rows }} onRewrite={rewrite} />
  }
  return { vouchedOf, renderVouching, commitments, parties }
}
