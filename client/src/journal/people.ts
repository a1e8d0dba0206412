/** The people of a journal as the page needs them: names and colours by id, and who the pair is. */
import type { PersonId } from '@tandem/shared/ids.ts'
import type { Seat } from '@tandem/shared/roles.ts'

export interface PagePerson {
  readonly person: PersonId
  readonly name: string
  readonly hue: number
  readonly seat: Seat
}

export interface People {
  readonly all: readonly PagePerson[]
  /** The name of a person, or `undefined` when they are not in the journal (any more). */
  readonly nameOf: (person: unknown) => string | undefined
  /** The other one of the pair; of a third seat there is none. */
  readonly otherOf: (person: unknown) => PagePerson | undefined
  readonly mentor: PagePerson | undefined
}

export function peopleOf(all: readonly PagePerson[]): People {
  const byId = new Map<unknown, PagePerson>(all.map((person) => [person.person, person]))
  const pair = all.filter(({ seat }) => seat !== 'third')
  return {
    all,
    nameOf: (person) => byId.get(person)?.name,
    otherOf: (person) => (pair.some((one) => one.person === person) ? pair.find((one) => one.person !== person) : undefined),
    mentor: all.find(({ seat }) => seat === 'mentor'),
  }
}
