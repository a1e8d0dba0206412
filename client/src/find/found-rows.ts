/** What was found, and what can be done, as one list to go through with the arrow keys, in the groups it is shown in. Pure. */
import type { PageId, PersonId } from '@tandem/shared/ids.ts'
import type { Command } from './commands.ts'
import { viewsWords } from '../words/views.ts'
import type { Found, FoundBlock } from './find-in-journal.ts'

export type FoundRow =
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'person'; readonly person: PersonId; readonly name: string; readonly hue: number }
  | { readonly kind: 'page'; readonly page: PageId; readonly name: string }
  | { readonly kind: 'block'; readonly page: PageId; readonly block: FoundBlock }

export interface FoundGroup {
  readonly key: string
  readonly title: string
  readonly rows: readonly { readonly index: number; readonly row: FoundRow }[]
}

/** Commands come first: they are short, and named on purpose. */
export function groupFound({ people, pages }: Found, commands: readonly Command[] = []): readonly FoundGroup[] {
  const say = viewsWords.find
  let next = 0
  const numbered = (rows: readonly FoundRow[]) => rows.map((row) => ({ index: next++, row }))
  const doable: FoundGroup[] = [...Map.groupBy(commands, ({ group }) => group)].map(([title, ofGroup]) => ({
    key: `command ${title}`,
    title,
    rows: numbered(ofGroup.map((command) => ({ kind: 'command' as const, command }))),
  }))
  const groups: FoundGroup[] = pages.map(({ page, isHere, isNamed, blocks }) => ({
    key: page.id,
    title: isHere ? say.thisPage(page.name) : page.isArchived ? `${page.name}, ${say.archived}` : page.name,
    rows: numbered([
      ...(isNamed ? [{ kind: 'page' as const, page: page.id, name: page.name }] : []),
      ...blocks.map((block) => ({ kind: 'block' as const, page: page.id, block })),
    ]),
  }))
  const found = people.map(({ person, name, hue }) => ({ kind: 'person' as const, person, name, hue }))
  return found.length === 0 ? [...doable, ...groups] : [...doable, ...groups, { key: 'people', title: say.people, rows: numbered(found) }]
}

export function allRows(groups: readonly FoundGroup[]): readonly FoundRow[] {
  return groups.flatMap(({ rows }) => rows.map(({ row }) => row))
}
