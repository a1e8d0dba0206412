/** Every expectation of the journal, by who is to live up to it. */
import { viewsWords } from '../../words/views.ts'
import { expectationFacts, gatheredFor } from '../read-gathered.ts'
import type { ViewProps } from '../view-props.ts'
import { ViewFrame } from '../ViewFrame.tsx'
import { whoseChoices } from '../whose-choices.ts'
import { agreementSections } from './agreement-sections.ts'

export function AgreementView({ blocks, filter, path, firstPage, tools }: ViewProps) {
  const expectations = gatheredFor('agreement', blocks)
  const { filters: words } = viewsWords
  const owners = new Set(expectations.map((block) => expectationFacts(block).by))
  return (
    <ViewFrame
      view="agreement"
      isEmpty={expectations.length === 0}
      firstPage={firstPage}
      allHref={path}
      filters={[
        { label: words.label, choices: whoseChoices(tools, { path, filter, owners, say: { all: words.ofEverybody, mine: words.ofMe, of: words.ofPerson } }) },
      ]}
      sections={agreementSections(blocks, { filter, me: tools.me, people: tools.people })}
      tools={tools}
    />
  )
}
