/** How expectations are arranged: by who is to live up to them. Pure. */
import type { GatheredBlock } from '@tandem/shared/document/journal-index.ts'
import type { PersonId } from '@tandem/shared/ids.ts'
import { viewsWords } from '../../words/views.ts'
import { expectationFacts, gatheredFor } from '../read-gathered.ts'
import { findPerson, type ViewFilter } from '../view-filter.ts'
import { filled, type ViewSection } from '../view-section.ts'
import type { ViewPeople } from '../view-tools.ts'

const say = viewsWords.agreement

/** How far the commitments to an expectation are. */
export type Standing = 'agreed' | 'waiting'

export interface AgreementQuestion {
  readonly filter: ViewFilter
  readonly me: PersonId
  readonly people: ViewPeople
  /** `undefined` of one that is retired, or of which nothing is known. */
  readonly standingOf: (block: GatheredBlock) => Standing | undefined
}

/** An expectation of both is also one of each. */
export function agreementSections(blocks: readonly GatheredBlock[], { filter, me, people, standingOf }: AgreementQuestion): readonly ViewSection[] {
  const expectations = gatheredFor('agreement', blocks).filter((block) => filter.show === undefined || standingOf(block) === filter.show)
  const person = findPerson(filter, me)
  const pair = people.all.filter(({ seat, person: id }) => seat !== 'third' || expectations.some((block) => expectedOf(block, people) === id))
  const of = (whom: string | undefined) => expectations.filter((block) => expectedOf(block, people) === whom)
  const sections = [
    ...pair.map((one) => ({ key: one.person as string, title: one.person === me ? say.ofMe(one.name) : say.of(one.name), blocks: of(one.person) })),
    { key: 'both', title: say.ofBoth, blocks: of('both') },
    { key: 'nobody', title: say.ofNobody, blocks: of(undefined) },
  ]
  return filled(person === undefined ? sections : sections.filter(({ key }) => key === person || key === 'both'))
}

/** A person's id, `both`, or `undefined` while it is not said or the person is gone. */
function expectedOf(block: GatheredBlock, people: ViewPeople): string | undefined {
  const { direction, by } = expectationFacts(block)
  if (direction === 'us') return 'both'
  if (!by || !direction) return undefined
  const whom = direction === 'myself' ? by : people.otherOf(by)?.person
  return people.nameOf(whom) === undefined ? undefined : whom
}
