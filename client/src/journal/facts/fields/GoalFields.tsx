/** How a goal stands, by when, whose it is, and how the mentor stands behind it. */
import { readKindFacts } from '@tandem/shared/document/entries/define-entry.ts'
import { GoalPhase, GoalStatus, Referral, Support } from '@tandem/shared/document/entries/goal.ts'
import { STRUCTURED_KINDS } from '@tandem/shared/document/kinds.ts'
import { pageWords } from '../../../words/page.ts'
import { setFacts } from '../fact-writes.ts'
import { Choice } from './Choice.tsx'
import { DayField, later } from './DayField.tsx'
import type { FieldsProps } from './fields-props.ts'
import { PersonChoice } from './PersonChoice.tsx'
import { WhyField } from './WhyField.tsx'

const words = pageWords.facts

export function GoalFields({ context, block, facts }: FieldsProps) {
  const { people, today } = context.factContext()
  const { status, phase, target, owner, support, referTo, referral } = readKindFacts(STRUCTURED_KINDS.goal, facts)
  const write = (change: Parameters<typeof setFacts>[2]) => setFacts(context.doc, block, change)
  return (
    <>
      <Choice
        label={words.labels.status}
        value={status ?? 'open'}
        options={GoalStatus.options.map((value) => ({ value, name: words.options.status[value] ?? value }))}
        onChoose={(value) => write({ status: value })}
      />
      <Choice
        label={words.labels.phase}
        value={phase ?? 'this'}
        options={GoalPhase.options.map((value) => ({ value, name: words.options.phase[value] ?? value }))}
        onChoose={(value) => write({ phase: value === 'this' ? null : value })}
      />
      <DayField label={words.labels.target} value={target} today={today} quick={later(today)} onChoose={(day) => write({ target: day })} />
      <PersonChoice label={words.labels.goalOwner} people={people} value={owner} mayBeNobody onChoose={(person) => write({ owner: person })} />
      <Choice<string | null>
        label={words.labels.support}
        value={support}
        options={[...Support.options.map((value) => ({ value, name: words.options.support[value] ?? value })), { value: null, name: words.options.noSupport }]}
        onChoose={(value) => write({ support: value, ...(value === 'refer-on' ? {} : { referTo: null, referral: null }) })}
      />
      {support === 'refer-on' && (
        <>
          <WhyField value={referTo} label={words.labels.referTo} hint={words.referHint} limit={100} onWrite={(text) => write({ referTo: text })} />
          <Choice<string | null>
            label={words.labels.referral}
            value={referral}
            options={[
              { value: null, name: words.options.notAsked },
              ...Referral.options.map((value) => ({ value, name: words.options.referral[value] ?? value })),
            ]}
            onChoose={(value) => write({ referral: value })}
          />
        </>
      )}
    </>
  )
}
