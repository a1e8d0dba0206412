/** Who is here, out of what their connections say. Everything in it was written by other programs, so nothing is trusted to be there. */
import { PageId, PersonId } from '@tandem/shared/ids.ts'
import { z } from 'zod'

export const Status = z.enum(['writing', 'here', 'idle'])
export type Status = z.infer<typeof Status>

const Spoken = z.object({
  /** Written by the server: nobody can be here under another's name. */
  user: z.object({ id: PersonId, name: z.string(), hue: z.number().int().nonnegative().catch(0) }),
  page: PageId.nullish().catch(null),
  status: Status.catch('here'),
  /** The editor's selection; absent while no editor is focused. */
  cursor: z.unknown().optional(),
})

export interface Presence {
  readonly person: PersonId
  readonly name: string
  readonly hue: number
  readonly status: Status
  /** Where they are, in their liveliest tab. */
  readonly page: PageId | undefined
  /** The Yjs client id of that tab. */
  readonly connection: number
  readonly hasCaret: boolean
}

/** One presence per person, me left out, the liveliest of their tabs first. Sorted by name, so that faces stand still. */
export function readPresence(states: ReadonlyMap<number, unknown>, me: PersonId): Presence[] {
  const liveliest = new Map<PersonId, Presence>()
  for (const [connection, state] of states) {
    const spoken = Spoken.safeParse(state)
    if (!spoken.success || spoken.data.user.id === me) continue
    const { user, status, page, cursor } = spoken.data
    const known = liveliest.get(user.id)
    if (known && liveliness(known) >= liveliness({ status, hasCaret: Boolean(cursor) })) continue
    liveliest.set(user.id, { person: user.id, name: user.name, hue: user.hue, status, page: page ?? undefined, connection, hasCaret: Boolean(cursor) })
  }
  return [...liveliest.values()].toSorted((a, b) => a.name.localeCompare(b.name))
}

function liveliness({ status, hasCaret }: Pick<Presence, 'status' | 'hasCaret'>): number {
  return { writing: 4, here: 2, idle: 0 }[status] + (hasCaret ? 1 : 0)
}
