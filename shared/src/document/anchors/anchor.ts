/** Where a thread hangs: on words, on a whole block, on one fact of a block, or on a page. What is stored of it is enough to find the place again after almost any edit. */
import { z } from 'zod'
import { BlockId, PageId } from '../../ids.ts'

/** Stands between the words of one block and the next in what an anchor remembers. Nobody types it. */
export const BREAK = '\u2029'
/** How many characters before and after the words are remembered. */
export const CONTEXT_LENGTH = 24
/** A longer selection is remembered by its beginning. */
export const QUOTE_LIMIT = 1_000

/** Words as they stood, with what stood around them. */
export const Quote = z.object({
  words: z.string().max(QUOTE_LIMIT),
  prefix: z.string().max(CONTEXT_LENGTH),
  suffix: z.string().max(CONTEXT_LENGTH),
  /** How often the same words stood elsewhere in the same block, and in the whole journal: so many places with these words are not the right one. */
  twins: z.number().int().nonnegative().max(100_000),
  others: z.number().int().nonnegative().max(100_000),
})
export type Quote = z.infer<typeof Quote>

/** A Yjs relative position, as base64. */
const Position = z.string().max(200)

const Place = { page: PageId, block: BlockId, quote: Quote, /** The words at first, once they have been changed. */ first: Quote.optional() }

export const RangeAnchor = z.object({ kind: z.literal('range'), ...Place, start: Position, end: Position })
export type RangeAnchor = z.infer<typeof RangeAnchor>

const BlockAnchor = z.object({ kind: z.literal('block'), ...Place })
const FactAnchor = z.object({ kind: z.literal('fact'), ...Place, field: z.string().regex(/^[A-Za-z]{1,40}$/) })
const PageAnchor = z.object({ kind: z.literal('page'), page: PageId })

export const Anchor = z.discriminatedUnion('kind', [RangeAnchor, BlockAnchor, FactAnchor, PageAnchor])
export type Anchor = z.infer<typeof Anchor>

/** Part of the words of one block, in UTF-16 units of its text; never empty, except for a whole block without words. */
export interface Piece {
  readonly block: BlockId
  readonly from: number
  readonly to: number
}

/** Where an anchor is now. `isChanged` when other words stand there than those it was made on. */
export type Placement =
  | { readonly kind: 'attached'; readonly page: PageId; readonly pieces: readonly Piece[]; readonly isChanged: boolean }
  | { readonly kind: 'detached'; readonly page: PageId }
