/** What changed between two wordings, word by word. Pure. */

export interface DiffPart {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/** Words, spaces and signs apart, so that a changed comma is no changed word. */
function tokensOf(text: string): string[] {
  return text.match(/\s+|[\p{L}\p{N}\p{M}_]+|[^\s\p{L}\p{N}\p{M}_]/gu) ?? []
}

/** The longest that is compared word by word; beyond it the one stands whole for the other. */
const LIMIT = 1_500

/** Removed before added, and what stands next to each other of one kind in one part. */
export function wordDiff(before: string, after: string): readonly DiffPart[] {
  const [old, now] = [tokensOf(before), tokensOf(after)]
  if (old.length > LIMIT || now.length > LIMIT) {
    return join([
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ])
  }
  return join(walk(old, now, commonLengths(old, now)))
}

/** How many tokens two ends have in common, from every pair of positions on. */
function commonLengths(old: readonly string[], now: readonly string[]): Uint16Array[] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint16Array(now.length + 1))
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      const [row, below] = [lengths[i] as Uint16Array, lengths[i + 1] as Uint16Array]
      row[j] = old[i] === now[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0)
    }
  }
  return lengths
}

function walk(old: readonly string[], now: readonly string[], lengths: readonly Uint16Array[]): DiffPart[] {
  const parts: DiffPart[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < now.length) {
    const [before, after] = [old[i], now[j]]
    if (before !== undefined && before === after) {
      parts.push({ kind: 'same', text: before })
      i++
      j++
    } else if (before !== undefined && (after === undefined || (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0))) {
      parts.push({ kind: 'removed', text: before })
      i++
    } else {
      parts.push({ kind: 'added', text: after ?? '' })
      j++
    }
  }
  return parts
}

/** Gathers each run of changes into what went and what came, with the single spaces between them. */
function join(parts: readonly DiffPart[]): readonly DiffPart[] {
  const joined: DiffPart[] = []
  let [removed, added] = ['', '']
  const flush = () => {
    if (removed) joined.push({ kind: 'removed', text: removed })
    if (added) joined.push({ kind: 'added', text: added })
    removed = ''
    added = ''
  }
  parts.forEach(({ kind, text }, index) => {
    const isBetween = kind === 'same' && /^\s+$/.test(text) && (removed !== '' || added !== '') && parts[index + 1] && parts[index + 1]?.kind !== 'same'
    if (kind === 'removed' || isBetween) removed += text
    if (kind === 'added' || isBetween) added += text
    if (kind !== 'same' || isBetween) return
    flush()
    const last = joined.at(-1)
    if (last?.kind === 'same') joined[joined.length - 1] = { kind, text: last.text + text }
    else joined.push({ kind, text })
  })
  flush()
  return joined
}
