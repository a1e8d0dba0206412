/** Who brings a topic, what they ask for, and whether it has been talked about. */
import { readKindFacts } from '@tandem/shared/document/entries/define-entry.ts'
import { Ask, TopicState } from '@tandem/shared/document/entries/topic.ts'
import { STRUCTURED_KINDS } from '@tandem/shared/document/kinds.ts'
import { pageWords } from '../../../words/page.ts'
import { setFacts } from '../fact-writes.ts'
import { Choice } from './Choice.tsx'
import type { FieldsProps } from './fields-props.ts'
import { PersonChoice } from './PersonChoice.tsx'

const words = pageWords.facts

export function TopicFields({ context, block, facts }: FieldsProps) {
  const { people } = context.factContext()
  const { owner, ask, state } = readKindFacts(STRUCTURED_KINDS.topic, facts)
  const write = (change: Parameters<typeof setFacts>[2]) => setFacts(context.doc, block, change)
  return (
    <>
      <Choice<string | null>
        label={words.labels.ask}
        value={ask}
        options={Ask.options.map((value) => ({ value, name: words.options.ask[value] ?? value }))}
        onChoose={(value) => write({ ask: value })}
      />
      <PersonChoice label={words.labels.topicOwner} people={people} value={owner} onChoose={(person) => write({ owner: person })} />
      <Choice
        label={words.labels.state}
        value={state ?? 'open'}
        options={TopicState.options.map((value) => ({ value, name: words.options.state[value] ?? value }))}
        onChoose={(value) => write({ state: value })}
      />
    </>
  )
}
