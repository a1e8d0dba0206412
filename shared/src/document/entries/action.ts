/** One thing one person has promised to do. */
import { z } from 'zod'
import { BlockId, Day, PersonId } from '../../ids.ts'
import { defineEntry } from './define-entry.ts'

/** How an action came to its end; open while it has none. */
export const ActionEnd = z.enum(['done', 'wont-do', 'replaced'])
export type ActionEnd = z.infer<typeof ActionEnd>

export const action = defineEntry({
  kind: 'action',
  facts: {
    owner: PersonId,
    /** Who made it theirs: somebody else's giving is a proposal until the owner accepts. */
    givenBy: PersonId,
    due: Day,
    end: ActionEnd,
    /** The day it ended. */
    ended: Day,
    /** Why it will not be done. */
    why: z.string().max(500),
    /** The action that replaced it. */
    replacedBy: BlockId,
    /** The goal it serves. */
    goal: BlockId,
  },
})
