/**
 * The mentorship anchor of a goal: the mentee wants it; the mentor is willing, and able. An answer is hidden from everybody else until both have given theirs,
 * so that nobody answers to please. Rows that are only ever added; a person's latest answer to a question counts.
 */
import { z } from 'zod'
import { BlockId, JournalId, Millis, PersonId, RowId } from '../ids.ts'
import { contract } from './contract.ts'

export const AnchorQuestion = z.enum(['wants', 'willing', 'able'])
export type AnchorQuestion = z.infer<typeof AnchorQuestion>

export const AnchorReply = z.enum(['yes', 'no', 'not-sure'])
export type AnchorReply = z.infer<typeof AnchorReply>

const Said = z.object({ answer: RowId, block: BlockId, question: AnchorQuestion, reply: AnchorReply })

export const AnchorAnswer = Said.extend({ person: PersonId, at: Millis })
export type AnchorAnswer = z.infer<typeof AnchorAnswer>

/** Refused with `not-a-party` for whoever is not asked this: `wants` is the mentee's, the others are the mentor's. */
export const answer = contract({
  method: 'POST',
  path: '/api/journals/:id/mentorship-anchors',
  input: Said.extend({ id: JournalId }),
  output: z.object({}),
})

/** My own answers, those of goals for which both have given theirs, and who has given all of theirs. */
export const list = contract({
  method: 'GET',
  path: '/api/journals/:id/mentorship-anchors',
  input: z.object({ id: JournalId }),
  output: z.object({
    answers: z.array(AnchorAnswer),
    given: z.array(z.object({ block: BlockId, person: PersonId })),
  }),
})
