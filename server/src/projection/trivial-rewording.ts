/** Which rewordings say nothing new: white space, and a letter or two mended in a long word. Short words and digits can turn a meaning around, so they never count as typos. */

/** Shorter words (not, can, her) mean something else with a letter less. */
const SHORTEST_TYPO = 4
const MOST_LETTERS = 2

export function isTrivialRewording(was: string, became: string): boolean {
  const [before, after] = [wordsOf(was), wordsOf(became)]
  if (before.length !== after.length) return false
  const differing = before.flatMap((word, index) => (word === after[index] ? [] : [[word, after[index] ?? ''] as const]))
  return differing.length <= 1 && differing.every(([a, b]) => isTypo(a, b))
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}

function isTypo(a: string, b: string): boolean {
  if (Math.min([...a].length, [...b].length) < SHORTEST_TYPO) return false
  const isPlain = (word: string) => /^\p{L}[\p{L}\p{M}]*\p{P}?$/u.test(word)
  return isPlain(a) && isPlain(b) && distance([...a], [...b]) <= MOST_LETTERS
}

/** Letters to insert, remove, replace, or swap with their neighbour. */
function distance(a: readonly string[], b: readonly string[]): number {
  if (Math.abs(a.length - b.length) > MOST_LETTERS) return MOST_LETTERS + 1
  const rows: number[][] = [b.map((_, index) => index).concat(b.length)]
  for (let row = 1; row <= a.length; row += 1) {
    const above = rows[row - 1] ?? []
    const current = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a[row - 1] === b[column - 1]
      let least = Math.min((above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (above[column - 1] ?? 0) + (isSame ? 0 : 1))
      const isSwapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      if (row > 1 && column > 1 && isSwapped) least = Math.min(least, (rows[row - 2]?.[column - 2] ?? 0) + 1)
      current[column] = least
    }
    rows.push(current)
  }
  return rows.at(-1)?.at(-1) ?? 0
}
