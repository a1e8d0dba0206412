/** What one of the pair expects: of themselves, of the other, or of both. */
import { z } from 'zod'
import { Day, PersonId } from '../../ids.ts'
import { defineEntry } from './define-entry.ts'

export const Direction = z.enum(['myself', 'you', 'us'])
export type Direction = z.infer<typeof Direction>

export const expectation = defineEntry({
  kind: 'expectation',
  facts: {
    direction: Direction,
    /** Whose expectation it is; `myself` and `you` are said from here. */
    by: PersonId,
    /** The day it was retired; in force while it has none. */
    retired: Day,
    /** Why it was retired. */
    why: z.string().max(500),
  },
})
