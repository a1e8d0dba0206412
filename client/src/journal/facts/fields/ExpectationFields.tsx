/** Whose expectation it is, and of whom. */
import { readKindFacts } from '@tandem/shared/document/entries/define-entry.ts'
import { STRUCTURED_KINDS } from '@tandem/shared/document/kinds.ts'
import { pageWords } from '../../../words/page.ts'
import { setFacts } from '../fact-writes.ts'
import type { FieldsProps } from './fields-props.ts'
import { PersonChoice } from './PersonChoice.tsx'
import { Choice } from './Choice.tsx'
import { WhyField } from './WhyField.tsx'

const words = pageWords.facts
const BOTH = 'us'

export function ExpectationFields({ context, block, facts }: FieldsProps) {
  const { people, today } = context.factContext()
  const { by, direction, retired, why } = readKindFacts(STRUCTURED_KINDS.expectation, facts)
  const other = people.otherOf(by)
  const target = direction === 'us' ? BOTH : direction === 'myself' ? by : direction === 'you' ? (other?.person ?? null) : null
  const directionTo = (person: string | null, from: string | null) => (person === BOTH ? 'us' : person === from ? 'myself' : 'you')
  const pair = people.all.filter(({ seat }) => seat !== 'third')
  // Who is meant stays, whoever says it: only the direction it is said in turns.
  const sayBy = (person: string | null) => setFacts(context.doc, block, { by: person, ...(target ? { direction: directionTo(target, person) } : {}) })
  const both = { value: BOTH, name: words.options.both }

  const retiring = (
    <>
      <Choice
        label={words.labels.inForce}
        value={retired ? 'retired' : 'in-force'}
        options={Object.entries(words.options.inForce).map(([value, name]) => ({ value, name }))}
        onChoose={(value) => setFacts(context.doc, block, value === 'retired' ? { retired: today } : { retired: null, why: null })}
      />
      {retired && <WhyField value={why} label={words.labels.whyRetired} onWrite={(text) => setFacts(context.doc, block, { why: text })} />}
    </>
  )

  if (!by || !pair.some(({ person }) => person === by)) {
    return (
      <>
        <PersonChoice label={words.labels.by} people={people} value={by} onChoose={sayBy} />
        <Choice
          label={words.labels.direction}
          value={direction}
          options={Object.entries(words.options.direction).map(([value, name]) => ({ value, name }))}
          onChoose={(value) => setFacts(context.doc, block, { direction: value })}
        />
        {retiring}
      </>
    )
  }
  return (
    <>
      <PersonChoice
        label={words.labels.direction}
        people={{ ...people, all: pair }}
        value={target}
        further={[both]}
        onChoose={(person) => setFacts(context.doc, block, { direction: directionTo(person, by) })}
      />
      <PersonChoice label={words.labels.by} people={people} value={by} onChoose={sayBy} />
      {retiring}
    </>
  )
}
