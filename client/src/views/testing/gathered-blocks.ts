/** Gathered blocks and people for tests, without a document. */
import type { Facts } from '@tandem/shared/document/facts.ts'
import type { GatheredBlock } from '@tandem/shared/document/journal-index.ts'
import type { BlockId, Day, PageId, PersonId } from '@tandem/shared/ids.ts'
import type { ViewSection } from '../view-section.ts'
import type { ViewPeople, ViewPerson } from '../view-tools.ts'

export const ANA = 'ana' as PersonId
export const BEN = 'ben' as PersonId

export const DAYS = { today: '2026-05-12' as Day, soon: '2026-05-19' as Day, lately: '2026-04-12' as Day }

const everybody: readonly ViewPerson[] = [
  { person: BEN, name: 'Ben', hue: 0, seat: 'mentor' },
  { person: ANA, name: 'Ana', hue: 1, seat: 'mentee' },
]

export const PAIR: ViewPeople = {
  all: everybody,
  nameOf: (person) => everybody.find((one) => one.person === person)?.name,
  otherOf: (person) => (person === ANA ? everybody[0] : person === BEN ? everybody[1] : undefined),
}

/** A block whose words are its id. */
export function block(kind: GatheredBlock['kind'], id: string, facts: Facts = {}): GatheredBlock {
  return { kind, id: id as BlockId, text: id, facts, page: 'page' as PageId }
}

/** What stands where, as a person would say it. */
export function outline(sections: readonly ViewSection[]): Record<string, readonly string[]> {
  return Object.fromEntries(sections.map(({ key, blocks }) => [key, blocks.map(({ text }) => text)]))
}
