/** Acceptances: an action's owner says yes or no to what somebody else has given them. Rows that are only ever added; the owner's latest one counts, and only the owner's. */
import { z } from 'zod'
import { WORDING_LIMIT } from '../document/wording.ts'
import { BlockId, JournalId, Millis, PersonId, RowId } from '../ids.ts'
import { contract } from './contract.ts'
import { someWords } from './some-words.ts'

/** The longest reason, in UTF-16 units. */
export const REASON_LIMIT = 500

const Said = z.object({
  acceptance: RowId,
  block: BlockId,
  kind: z.enum(['accepted', 'declined']),
  /** The words of the action as the owner read them. */
  words: someWords(WORDING_LIMIT),
  /** Why it was declined; may be empty. */
  why: someWords(REASON_LIMIT),
})

export const Acceptance = Said.extend({ person: PersonId, at: Millis })
export type Acceptance = z.infer<typeof Acceptance>

export const accept = contract({
  method: 'POST',
  path: '/api/journals/:id/acceptances',
  input: Said.extend({ id: JournalId }),
  output: z.object({}),
})

/** All of a journal, in the order in which they were stored. */
export const list = contract({
  method: 'GET',
  path: '/api/journals/:id/acceptances',
  input: z.object({ id: JournalId }),
  output: z.object({ acceptances: z.array(Acceptance) }),
})
