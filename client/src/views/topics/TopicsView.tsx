/** Every topic of the journal: open, parked, talked about. */
import { viewsWords } from '../../words/views.ts'
import { gatheredFor, topicFacts } from '../read-gathered.ts'
import { filterSearch } from '../view-filter.ts'
import type { ViewProps } from '../view-props.ts'
import { ViewFrame } from '../ViewFrame.tsx'
import { whoseChoices } from '../whose-choices.ts'
import { TOPIC_ORDER, topicSections } from './topic-sections.ts'

export function TopicsView({ blocks, filter, path, firstPage, tools }: ViewProps) {
  const topics = gatheredFor('topics', blocks)
  const { filters: words, topics: say } = viewsWords
  const owners = new Set(topics.map((block) => topicFacts(block).owner))
  const which = (show: string | undefined, name: string) => ({ name, href: `${path}${filterSearch({ ...filter, show })}`, isChosen: filter.show === show })
  return (
    <ViewFrame
      view="topics"
      isEmpty={topics.length === 0}
      firstPage={firstPage}
      allHref={path}
      filters={[
        { label: words.label, choices: whoseChoices(tools, { path, filter, owners, say: { all: words.broughtByAll, mine: words.mine, of: words.of } }) },
        { label: words.state, choices: [which(undefined, say.all), ...TOPIC_ORDER.map((state) => which(state, say[state]))] },
      ]}
      sections={topicSections(blocks, { filter, me: tools.me })}
      tools={tools}
    />
  )
}
