/** What can be said of a block that differs from before, and what of a page. The words of catching up, the timeline and mails rest on it. */
import { z } from 'zod'

export const ChangeWhat = z.enum([
  'added',
  'removed',
  /** To another page, or among the blocks of its own. */
  'moved',
  /** It is another kind of block now. */
  'turned',
  'words',
  'fact',
  'page-added',
  'page-removed',
  'page-renamed',
  'page-day',
  'page-archived',
  'page-returned',
])
export type ChangeWhat = z.infer<typeof ChangeWhat>
