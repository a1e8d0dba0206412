/** Something to talk about, and what its owner wants from the talk. */
import { z } from 'zod'
import { PersonId } from '../../ids.ts'
import { defineEntry } from './define-entry.ts'

export const Ask = z.enum(['input', 'decision', 'feedback', 'sounding-board', 'fyi'])
export type Ask = z.infer<typeof Ask>

export const TopicState = z.enum(['open', 'discussed', 'parked'])
export type TopicState = z.infer<typeof TopicState>

export const topic = defineEntry({
  kind: 'topic',
  facts: { owner: PersonId, ask: Ask, state: TopicState },
})
