/** Every expectation of the journal, by who is to live up to it and by who has committed to it. */
import type { GatheredBlock } from '@tandem/shared/document/journal-index.ts'
import { viewsWords } from '../../words/views.ts'
import { expectationFacts, gatheredFor } from '../read-gathered.ts'
import { filterSearch } from '../view-filter.ts'
import type { ViewProps } from '../view-props.ts'
import { ViewFrame } from '../ViewFrame.tsx'
import { whoseChoices } from '../whose-choices.ts'
import { agreementSections, type Standing } from './agreement-sections.ts'

export function AgreementView({ blocks, filter, path, firstPage, tools }: ViewProps) {
  const expectations = gatheredFor('agreement', blocks)
  const { filters: words, agreement: say } = viewsWords
  const which = (show: Standing | undefined) => ({
    name: say[show ?? 'all'],
    href: `${path}${filterSearch({ ...filter, show })}`,
    isChosen: filter.show === show,
  })

  function standingOf(block: GatheredBlock): Standing | undefined {
    const dots = tools.vouchedOf(block)?.dots ?? []
    if (dots.length === 0 || expectationFacts(block).retired) return undefined
    return dots.every(({ isFilled }) => isFilled) ? 'agreed' : 'waiting'
  }

  const owners = new Set(expectations.map((block) => expectationFacts(block).by))
  return (
    <ViewFrame
      view="agreement"
      isEmpty={expectations.length === 0}
      firstPage={firstPage}
      allHref={path}
      filters={[
        { label: words.label, choices: whoseChoices(tools, { path, filter, owners, say: { all: words.ofEverybody, mine: words.ofMe, of: words.ofPerson } }) },
        { label: words.state, choices: [which(undefined), which('agreed'), which('waiting')] },
      ]}
      sections={agreementSections(blocks, { filter, me: tools.me, people: tools.people, standingOf })}
      tools={tools}
    />
  )
}
