/** The pair of most tests: Ana is the mentee, Ben the mentor. */
import type { PersonId } from '@tandem/shared/ids.ts'
import type { PagePerson } from '../people.ts'

export const PEOPLE: readonly PagePerson[] = [
  { person: 'ana' as PersonId, name: 'Ana', hue: 0, seat: 'mentee' },
  { person: 'ben' as PersonId, name: 'Ben', hue: 1, seat: 'mentor' },
]
