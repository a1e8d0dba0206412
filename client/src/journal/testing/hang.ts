/** Anchors in tests: hung on words as a selection would, and read as the words they stand on. */
import type { Anchor } from '@tandem/shared/document/anchors/anchor.ts'
import { journalTextOf } from '@tandem/shared/document/anchors/journal-text.ts'
import { anchorOnWords } from '@tandem/shared/document/anchors/make-anchor.ts'
import { resolveAnchor } from '@tandem/shared/document/anchors/resolve-anchor.ts'
import type { BlockId } from '@tandem/shared/ids.ts'
import { PAGE, type Writer } from './people-at-a-page.ts'

/** Hangs a thread on words of a block; on their last place when they stand there several times. */
export function hang(writer: Writer, block: string, words: string): Anchor {
  const text = writer.blocks().find(({ id }) => id === block)?.text ?? ''
  const from = text.lastIndexOf(words)
  const anchor = from >= 0 && anchorOnWords(journalTextOf(writer.doc), PAGE, [{ block: block as BlockId, from, to: from + words.length }])
  if (!anchor) throw new Error(`There is no "${words}" in ${block}`)
  return anchor
}

/** `block: words` for every piece, `~` before words that are not those of the beginning, or `detached`. */
export function place({ doc, blocks }: Writer, anchor: Anchor): string {
  const placement = resolveAnchor(journalTextOf(doc), anchor)
  if (placement.kind === 'detached') return 'detached'
  const texts = new Map(blocks().map(({ id, text }) => [id, text]))
  const said = placement.pieces.map(({ block, from, to }) => `${block}: ${texts.get(block)?.slice(from, to)}`).join(' | ')
  return placement.isChanged ? `~${said}` : said
}
