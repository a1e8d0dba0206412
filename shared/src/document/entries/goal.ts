/** What somebody is working towards; a theme is a goal that has not split yet. */
import { z } from 'zod'
import { Day, PersonId } from '../../ids.ts'
import { defineEntry } from './define-entry.ts'

export const GoalStatus = z.enum(['theme', 'open', 'on-track', 'at-risk', 'met', 'parked'])
export type GoalStatus = z.infer<typeof GoalStatus>

/** How far the mentee has come to somebody who can help further. */
export const Referral = z.enum(['asked', 'introduced', 'met'])
export type Referral = z.infer<typeof Referral>

/** Whether the phase the pair is in is about a goal. One that nobody has put off is of this phase. */
export const GoalPhase = z.enum(['this', 'later'])
export type GoalPhase = z.infer<typeof GoalPhase>

/** How the mentor stands behind a goal. */
export const Support = z.enum(['guide', 'hold-to-account', 'refer-on'])
export type Support = z.infer<typeof Support>

export const goal = defineEntry({
  kind: 'goal',
  facts: {
    status: GoalStatus,
    phase: GoalPhase,
    target: Day,
    owner: PersonId,
    support: Support,
    /** To whom the mentor refers on; while nobody is named, somebody is looked for. */
    referTo: z.string().max(100),
    referral: Referral,
  },
})
