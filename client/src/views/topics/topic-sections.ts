/** How topics are arranged: the open ones, the parked ones, and what has been talked about. Pure. */
import type { TopicState } from '@tandem/shared/document/entries/topic.ts'
import type { GatheredBlock } from '@tandem/shared/document/journal-index.ts'
import type { PersonId } from '@tandem/shared/ids.ts'
import { viewsWords } from '../../words/views.ts'
import { gatheredFor, topicFacts } from '../read-gathered.ts'
import { findPerson, type ViewFilter } from '../view-filter.ts'
import { filled, type ViewSection } from '../view-section.ts'

/** The states in the order in which they stand. */
export const TOPIC_ORDER: readonly TopicState[] = ['open', 'parked', 'discussed']

export interface TopicQuestion {
  readonly filter: ViewFilter
  readonly me: PersonId
}

export function topicSections(blocks: readonly GatheredBlock[], { filter, me }: TopicQuestion): readonly ViewSection[] {
  const person = findPerson(filter, me)
  const topics = gatheredFor('topics', blocks).filter((block) => person === undefined || topicFacts(block).owner === person)
  return filled(
    TOPIC_ORDER.filter((state) => filter.show === undefined || filter.show === state).map((state) => ({
      key: state,
      title: viewsWords.topics[state],
      blocks: topics.filter((block) => (topicFacts(block).state ?? 'open') === state),
      isFolded: state === 'discussed' && filter.show === undefined,
    })),
  )
}
