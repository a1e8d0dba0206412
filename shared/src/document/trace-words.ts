/** Whose words are whose in a text that several people have reworded one after another: what is new, what is gone, and by whom. */

export interface Rewording<By> {
  readonly was: string
  readonly became: string
  readonly by: By
}

/** A piece of the text, in order. A piece that is gone stands where it stood. */
export interface Segment<By> {
  readonly text: string
  readonly kind: 'kept' | 'new' | 'gone'
  readonly by: By | undefined
}

interface Token<By> {
  readonly text: string
  readonly newBy: By | undefined
  goneBy: By | undefined
  isGone: boolean
}

/** What the rewordings did, seen in the words of now. What was written and taken away again in between is nowhere; what none of them did is kept. */
export function traceWords<By>(rewordings: readonly Rewording<By>[], now: string): Segment<By>[] {
  let tokens: Token<By>[] = tokensOf(rewordings[0]?.was ?? now).map((text) => tokenOf<By>(text, undefined))
  for (const { was, became, by } of rewordings) {
    // Between two rewordings somebody may have written whose changes are not among these.
    tokens = rewrite(tokens, was, undefined)
    tokens = rewrite(tokens, became, { by })
  }
  return withWholePhrases(joined(rewrite(tokens, now, undefined)))
}

function tokenOf<By>(text: string, newBy: By | undefined): Token<By> {
  return { text, newBy, goneBy: undefined, isGone: false }
}

/** Takes the text that is there to another one. With `hand` what differs is that person's doing, without it nobody's. */
function rewrite<By>(tokens: readonly Token<By>[], to: string, hand: { readonly by: By } | undefined): Token<By>[] {
  const standing = tokens.filter((token) => !token.isGone)
  const wanted = tokensOf(to)
  const kept = commonPairs(
    standing.map(({ text }) => text),
    wanted,
  )
  const result: Token<By>[] = []
  let next = 0
  const insertUpTo = (end: number) => {
    for (; next < end; next += 1) result.push(tokenOf(wanted[next] ?? '', hand?.by))
  }
  let place = -1
  for (const token of tokens) {
    if (token.isGone) {
      result.push(token)
      continue
    }
    place += 1
    const partner = kept.get(place)
    if (partner !== undefined) {
      insertUpTo(partner)
      result.push(token)
      next = partner + 1
    } else if (hand && token.newBy === undefined) result.push({ ...token, goneBy: hand.by, isGone: true })
  }
  insertUpTo(wanted.length)
  return result
}

/** Words, the spaces between them and single marks: what a reader sees as one piece. */
export function tokensOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}'’_-]+|\s+|[^\s]/gu) ?? []
}

/** Beyond this many comparisons a text counts as written anew. */
const MOST_COMPARED = 4_000_000

/** Pairs of a longest common subsequence: place in the first to place in the second. */
function commonPairs(a: readonly string[], b: readonly string[]): Map<number, number> {
  const pairs = new Map<number, number>()
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) pairs.set(start, start++)
  let [endA, endB] = [a.length, b.length]
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) pairs.set(--endA, --endB)
  const [rows, columns] = [endA - start, endB - start]
  if (rows === 0 || columns === 0 || rows * columns > MOST_COMPARED) return pairs
  const width = columns + 1
  const lengths = new Uint32Array((rows + 1) * width)
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      lengths[row * width + column] =
        a[start + row] === b[start + column]
          ? (lengths[(row + 1) * width + column + 1] ?? 0) + 1
          : Math.max(lengths[(row + 1) * width + column] ?? 0, lengths[row * width + column + 1] ?? 0)
    }
  }
  for (let row = 0, column = 0; row < rows && column < columns; ) {
    if (a[start + row] === b[start + column]) pairs.set(start + row++, start + column++)
    else if ((lengths[(row + 1) * width + column] ?? 0) >= (lengths[row * width + column + 1] ?? 0)) row += 1
    else column += 1
  }
  return pairs
}

function joined<By>(tokens: readonly Token<By>[]): Segment<By>[] {
  const segments: Segment<By>[] = []
  for (const { text, newBy, goneBy, isGone } of tokens) {
    // What nobody of them took away is simply not there any more.
    const kind = isGone ? 'gone' : newBy === undefined ? 'kept' : 'new'
    const by = isGone ? goneBy : newBy
    const last = segments.at(-1)
    if (last && last.kind === kind && last.by === by) segments[segments.length - 1] = { ...last, text: last.text + text }
    else segments.push({ text, kind, by })
  }
  return segments
}

/**
 * Words that were rewritten one after another are one phrase for the eye: first all of the old, then all of the new, and not word by word with the
 * spaces between them kept.
 */
function withWholePhrases<By>(segments: readonly Segment<By>[]): Segment<By>[] {
  const result: Segment<By>[] = []
  for (const segment of segments) {
    const [gone, written, space] = [result.at(-3), result.at(-2), result.at(-1)]
    const isNext = segment.kind === 'gone' && gone?.kind === 'gone' && written?.kind === 'new' && space?.kind === 'kept' && space.text.trim() === ''
    if (isNext && gone.by === segment.by && written.by === segment.by) {
      result.splice(-3, 3, { ...gone, text: gone.text + space.text + segment.text }, { ...written, text: written.text + space.text })
      continue
    }
    const last = result.at(-1)
    if (last && last.kind === segment.kind && last.by === segment.by) result[result.length - 1] = { ...last, text: last.text + segment.text }
    else result.push(segment)
  }
  return result
}
