/** Templates that people save from a journal: used by everybody who is in it, taken along by who saved them. */
import { z } from 'zod'
import { PageKind } from '../document/journal-doc.ts'
import { MAX_INDENT } from '../document/kinds.ts'
import { JournalId, Millis, RowId } from '../ids.ts'
import { contract } from './contract.ts'
import { Title } from './journals.ts'
import { oneLine } from './one-line.ts'
import { someWords } from './some-words.ts'

export const MOST_BLOCKS = 300
export const LONGEST_BLOCK = 2_000

/** Facts that say what a block is for. Whose it is, when it is due and how it ended belong to the journal it came from. */
export const KeptFact = z.enum(['direction', 'ask', 'support'])

const SavedBlock = z.object({
  kind: z.string().min(1).max(40),
  text: someWords(LONGEST_BLOCK).optional(),
  hint: someWords(LONGEST_BLOCK).optional(),
  indent: z.number().int().min(1).max(MAX_INDENT).optional(),
  facts: z.partialRecord(KeptFact, z.string().max(40)).optional(),
})

export const SavedPages = z
  .array(z.object({ kind: PageKind, title: oneLine(200).or(z.literal('')), blocks: z.array(SavedBlock).min(1).max(MOST_BLOCKS) }))
  .min(1)
  .max(20)
export type SavedPages = z.infer<typeof SavedPages>

export const SavedTemplate = z.object({
  template: RowId,
  title: z.string(),
  at: Millis,
  /** The name of who saved it. */
  by: z.string(),
  isMine: z.boolean(),
})
export type SavedTemplate = z.infer<typeof SavedTemplate>

/** The same id again is answered as the first time, and changes nothing. */
export const save = contract({
  method: 'POST',
  path: '/api/journals/:id/templates',
  input: z.object({ id: JournalId, template: RowId, title: Title, pages: SavedPages }),
  output: z.object({}),
})

/** Mine, and those saved from journals I am in; the latest first. */
export const list = contract({ method: 'GET', path: '/api/templates', input: z.object({}), output: z.object({ templates: z.array(SavedTemplate) }) })

export const get = contract({
  method: 'GET',
  path: '/api/templates/:template',
  input: z.object({ template: RowId }),
  output: z.object({ pages: SavedPages }),
})

/** Only who saved it may. */
export const remove = contract({ method: 'DELETE', path: '/api/templates/:template', input: z.object({ template: RowId }), output: z.object({}) })
