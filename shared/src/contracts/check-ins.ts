/** Check-ins: how far a goal is on one day, said by one of the pair, in a number or a word and a sentence. Each is kept; correcting one, or taking it back, is one more. */
import { z } from 'zod'
import { BlockId, Day, JournalId, Millis, PersonId, RowId } from '../ids.ts'
import { contract } from './contract.ts'
import { someWords } from './some-words.ts'

export const CHECK_IN_WORD_LIMIT = 40
export const CHECK_IN_SENTENCE_LIMIT = 500

const Said = z.object({
  checkIn: RowId,
  block: BlockId,
  day: Day,
  /** `taken-back` says nothing of its own and ends the one it replaces. */
  kind: z.enum(['given', 'taken-back']),
  /** 0 to 100. */
  value: z.int().min(0).max(100).nullable(),
  /** In place of a number. */
  word: someWords(CHECK_IN_WORD_LIMIT).nullable(),
  sentence: someWords(CHECK_IN_SENTENCE_LIMIT),
  /** An earlier one of the same person, which it corrects. */
  replaces: RowId.nullable(),
})

export const CheckIn = Said.extend({ person: PersonId, at: Millis })
export type CheckIn = z.infer<typeof CheckIn>

/** Refused with `not-a-party` for a third seat. */
export const checkIn = contract({
  method: 'POST',
  path: '/api/journals/:id/check-ins',
  input: Said.extend({ id: JournalId }),
  output: z.object({}),
})

/** All of a journal, in the order in which they were stored. */
export const list = contract({
  method: 'GET',
  path: '/api/journals/:id/check-ins',
  input: z.object({ id: JournalId }),
  output: z.object({ checkIns: z.array(CheckIn) }),
})
