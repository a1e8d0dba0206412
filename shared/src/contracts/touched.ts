/** When goals and actions were touched last. */
import { z } from 'zod'
import { BlockId, JournalId, Millis, PersonId } from '../ids.ts'
import { contract } from './contract.ts'

export const Touched = z.object({ block: BlockId, at: Millis, by: PersonId })
export type Touched = z.infer<typeof Touched>

export const list = contract({
  method: 'GET',
  path: '/api/journals/:id/touched',
  input: z.object({ id: JournalId }),
  output: z.object({ blocks: z.array(Touched) }),
})
