/** The choices of whose blocks a view shows: everybody's, mine, and those of each other person. Pure. */
import { firstName } from '../words/first-name.ts'
import type { FilterChoice } from './FilterChips.tsx'
import { filterSearch, findPerson, type ViewFilter } from './view-filter.ts'
import type { ViewTools } from './view-tools.ts'

interface WhoseWords {
  readonly all: string
  readonly mine: string
  readonly of: (name: string) => string
}

export interface WhoseQuestion {
  readonly path: string
  readonly filter: ViewFilter
  readonly say: WhoseWords
  /** Third seats are offered only where something is theirs. */
  readonly owners: ReadonlySet<string | null>
}

export function whoseChoices({ me, people }: Pick<ViewTools, 'me' | 'people'>, { path, filter, say, owners }: WhoseQuestion): readonly FilterChoice[] {
  const hrefOf = (of: string | undefined) => `${path}${filterSearch({ ...filter, of })}`
  const chosen = findPerson<string>(filter, me)
  const others = people.all.filter(({ person, seat }) => person !== me && (seat !== 'third' || owners.has(person)))
  return [
    { name: say.all, href: hrefOf(undefined), isChosen: chosen === undefined },
    { name: say.mine, href: hrefOf('me'), isChosen: chosen === me },
    ...others.map(({ person, name }) => ({ name: say.of(firstName(name)), href: hrefOf(person), isChosen: chosen === person })),
  ]
}
