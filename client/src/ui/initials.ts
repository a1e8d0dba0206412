/** One or two letters that stand for a name. */

/** First letters of the first and the last word; of a single word its first letter. Whole characters, never half of a pair. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const first = firstLetter(words[0] ?? '')
  const last = words.length > 1 ? firstLetter(words.at(-1) ?? '') : ''
  return (first + last).toLocaleUpperCase() || '·'
}

function firstLetter(word: string): string {
  const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(word)
  return segments[Symbol.iterator]().next().value?.segment ?? ''
}
