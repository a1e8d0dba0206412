/** Who does it, by when, for which goal, and how it ended. */
import { ActionEnd } from '@tandem/shared/document/entries/action.ts'
import { readKindFacts } from '@tandem/shared/document/entries/define-entry.ts'
import { STRUCTURED_KINDS } from '@tandem/shared/document/kinds.ts'
import { useMemo } from 'react'
import { pageWords } from '../../../words/page.ts'
import { listBlocks } from '../block-words.ts'
import { giveTo, setFacts } from '../fact-writes.ts'
import { BlockChoice } from './BlockChoice.tsx'
import { Choice } from './Choice.tsx'
import { DayField, soon } from './DayField.tsx'
import type { FieldsProps } from './fields-props.ts'
import { PersonChoice } from './PersonChoice.tsx'
import { WhyField } from './WhyField.tsx'

const words = pageWords.facts
const OPEN = 'open'

export function ActionFields({ context, block, facts }: FieldsProps) {
  const { people, today } = context.factContext()
  const { owner, due, end, why, replacedBy, goal } = readKindFacts(STRUCTURED_KINDS.action, facts)
  const { doc, page } = context
  // As they were when the popover was opened: a list that moves under the finger helps nobody.
  const goals = useMemo(() => listBlocks(doc, { kinds: ['goal'], page }), [doc, page])
  const actions = useMemo(() => listBlocks(doc, { kinds: ['action'], page }).filter(({ id }) => id !== block), [doc, page, block])
  const write = (change: Parameters<typeof setFacts>[2]) => setFacts(doc, block, change)
  return (
    <>
      <PersonChoice
        label={words.labels.actionOwner}
        people={people}
        value={owner}
        mayBeNobody
        onChoose={(person) => person !== owner && write(giveTo(person, context.me))}
      />
      <DayField label={words.labels.due} value={due} today={today} quick={soon(today)} onChoose={(day) => write({ due: day })} />
      {(goals.length > 0 || goal) && (
        <BlockChoice label={words.labels.goal} none={words.noGoal} blocks={goals} value={goal} onChoose={(id) => write({ goal: id })} />
      )}
      <Choice
        label={words.labels.end}
        value={end ?? OPEN}
        options={[OPEN, ...ActionEnd.options].map((value) => ({ value, name: words.options.end[value] ?? value }))}
        onChoose={(value) => write(value === OPEN ? { end: null, ended: null, why: null, replacedBy: null } : { end: value, ended: today })}
      />
      {end === 'wont-do' && <WhyField value={why} onWrite={(text) => write({ why: text })} />}
      {end === 'replaced' && (
        <BlockChoice label={words.labels.replacedBy} none={words.noAction} blocks={actions} value={replacedBy} onChoose={(id) => write({ replacedBy: id })} />
      )}
    </>
  )
}
