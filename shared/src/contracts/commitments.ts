/** Commitments: a person's yes to one exact wording of an expectation. Rows that are only ever added; a person's latest one on a block counts. */
import { z } from 'zod'
import { Direction } from '../document/entries/expectation.ts'
import { WORDING_LIMIT } from '../document/wording.ts'
import { BlockId, JournalId, Millis, PersonId, RowId } from '../ids.ts'
import { contract } from './contract.ts'
import { someWords } from './some-words.ts'

const Said = z.object({
  /** Made by the client: saying it twice stores it once. */
  commitment: RowId,
  block: BlockId,
  /** `taken-back` ends an earlier yes. */
  kind: z.enum(['given', 'taken-back']),
  words: someWords(WORDING_LIMIT),
  direction: Direction.nullable(),
  /** Whose expectation it is. */
  by: PersonId.nullable(),
})

export const Commitment = Said.extend({ person: PersonId, at: Millis })
export type Commitment = z.infer<typeof Commitment>

/** Refused with `not-a-party` for a third seat. */
export const commit = contract({
  method: 'POST',
  path: '/api/journals/:id/commitments',
  input: Said.extend({ id: JournalId }),
  output: z.object({}),
})

/** All of a journal, in the order in which they were stored. */
export const list = contract({
  method: 'GET',
  path: '/api/journals/:id/commitments',
  input: z.object({ id: JournalId }),
  output: z.object({ commitments: z.array(Commitment) }),
})
