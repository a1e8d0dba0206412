/** When goals and actions were touched last, and who said how a goal stands. */
import { z } from 'zod'
import { BlockId, JournalId, Millis, PersonId } from '../ids.ts'
import { contract } from './contract.ts'

/** Who gave a goal its status, and when. The status too: what the document says by now may be newer than the record. */
export const StatusSet = z.object({ status: z.string().nullable(), at: Millis, by: PersonId })
export type StatusSet = z.infer<typeof StatusSet>

/** `status` is null while nobody gave it any: it is no goal, or a template's. */
export const Touched = z.object({ block: BlockId, at: Millis, by: PersonId, status: StatusSet.nullable() })
export type Touched = z.infer<typeof Touched>

export const list = contract({
  method: 'GET',
  path: '/api/journals/:id/touched',
  input: z.object({ id: JournalId }),
  output: z.object({ blocks: z.array(Touched) }),
})
