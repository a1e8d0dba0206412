/** The actions I own, over all journals I am in. */
import { z } from 'zod'
import { BlockId, Day, JournalId, PageId } from '../ids.ts'
import { contract } from './contract.ts'

/** An action where it lives; to be opened there, never copied. */
export const MyAction = z.object({
  journal: JournalId,
  page: PageId,
  block: BlockId,
  words: z.string(),
  due: Day.nullable(),
  /** The words of the goal it serves. */
  goal: z.string().nullable(),
  /** Somebody else gave it to me and I have not answered. What I declined is not listed. */
  isProposed: z.boolean(),
})
export type MyAction = z.infer<typeof MyAction>

/** The open ones, what is due first in front; none of archived journals or pages. */
export const list = contract({ method: 'GET', path: '/api/me/actions', input: z.object({}), output: z.object({ actions: z.array(MyAction) }) })
