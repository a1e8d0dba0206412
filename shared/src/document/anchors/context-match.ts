/** How much of what stood around some words stands around a place now. */
import { BREAK, type Quote } from './anchor.ts'
import { contextOf, type PageText, type Stretch } from './page-text.ts'

export interface ContextMatch {
  /** Characters before and after that are the same, reading away from the place; where blocks end does not count. */
  readonly matched: number
  /** Before or after the words, everything up to the end of the block is as it was. */
  readonly isBlockSideSame: boolean
}

export function matchContext(page: PageText, stretch: Stretch, { prefix, suffix }: Quote): ContextMatch {
  const now = contextOf(page, stretch)
  const left = [...prefix.replaceAll(BREAK, '')].toReversed()
  const leftNow = [...now.prefix.replaceAll(BREAK, '')].toReversed()
  return {
    matched: sameStart(left, leftNow) + sameStart([...suffix.replaceAll(BREAK, '')], [...now.suffix.replaceAll(BREAK, '')]),
    isBlockSideSame: isSame(inBlockBefore(prefix), inBlockBefore(now.prefix)) || isSame(inBlockAfter(suffix), inBlockAfter(now.suffix)),
  }
}

/**
 * Whether what is left of the words is rather a part of what stood beside them: of "phase 1, phase 2" without its beginning the editor
 * keeps the first "phase ", for it cannot tell.
 */
export function belongsToContext(page: PageText, stretch: Stretch, { prefix, suffix }: Quote): boolean {
  const left = page.text.slice(stretch.from, stretch.to)
  const before = page.text.slice(Math.max(0, stretch.from - BESIDE), stretch.from)
  const after = page.text.slice(stretch.to, stretch.to + BESIDE)
  if (left.trim() === '') return false
  return suffix.replaceAll(BREAK, '').includes(left + after) || prefix.replaceAll(BREAK, '').includes(before + left)
}

const BESIDE = 4

/** The context inside the words' own block; `isWhole` when it is known up to the block's end. */
export interface InBlock {
  readonly text: string
  readonly isWhole: boolean
}

export function inBlockBefore(prefix: string): InBlock {
  const at = prefix.lastIndexOf(BREAK)
  return { text: prefix.slice(at + 1), isWhole: at >= 0 }
}

export function inBlockAfter(suffix: string): InBlock {
  const at = suffix.indexOf(BREAK)
  return { text: at < 0 ? suffix : suffix.slice(0, at), isWhole: at >= 0 }
}

function isSame(one: InBlock, other: InBlock): boolean {
  return one.isWhole === other.isWhole && one.text === other.text
}

function sameStart(one: readonly string[], other: readonly string[]): number {
  let count = 0
  while (count < one.length && one[count] === other[count]) count += 1
  return count
}
