/** What a person should know before they join: which journal, which seat, who sees it, what they may do. */
import { spokenList } from '../words/dates.ts'
import { words } from '../words/words.ts'
import styles from './InvitationFacts.module.css'
import type { LookedAt } from './JoinCard.tsx'

interface InvitationFactsProps {
  readonly invitation: LookedAt
}

export function InvitationFacts({ invitation }: InvitationFactsProps) {
  const facts = [
    { term: words.join.journal, is: invitation.journal, isTitle: true },
    { term: words.join.seat, is: words.seats[invitation.seat] },
    { term: words.join.rights, is: words.join.rightsOf[invitation.role] },
    { term: words.join.whoSees, is: words.join.sees(spokenList(invitation.people)) },
  ]
  return (
    <dl className={styles.facts}>
      {facts.map((fact) => (
        <div key={fact.term}>
          <dt>{fact.term}</dt>
          <dd data-title={fact.isTitle || undefined}>{fact.is}</dd>
        </div>
      ))}
    </dl>
  )
}
