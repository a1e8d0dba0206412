/** Text as it is compared: without capitals and accents, so that `cafe` finds `Café`. Pure. */

export interface FoldedText {
  readonly text: string
  /** Where each character of the folded text stood in the original. */
  readonly at: readonly number[]
}

const MARKS = /\p{M}/gu

export function fold(text: string): string {
  return text.normalize('NFD').replace(MARKS, '').toLowerCase()
}

/** Folds and remembers the places, for showing what was found. */
export function foldWithPlaces(original: string): FoldedText {
  let text = ''
  const at: number[] = []
  let place = 0
  for (const character of original) {
    const folded = fold(character)
    text += folded
    for (let index = 0; index < folded.length; index += 1) at.push(place)
    place += character.length
  }
  return { text, at }
}

/** The words that were asked for. */
export function askedWords(query: string): readonly string[] {
  return fold(query).split(/\s+/).filter(Boolean)
}

export interface TextPart {
  readonly text: string
  readonly isFound: boolean
}

/** How many characters stand before the first word found, so that it is seen in its sentence. */
const BEFORE = 40

/** The text with the asked words marked, cut so that the first one is in sight. */
export function markWords(original: string, asked: readonly string[]): readonly TextPart[] {
  const { text, at } = foldWithPlaces(original)
  const isFound = new Set<number>()
  for (const word of asked) {
    for (let from = text.indexOf(word); from >= 0; from = text.indexOf(word, from + word.length)) {
      for (let index = from; index < from + word.length; index += 1) isFound.add(at[index] ?? 0)
    }
  }
  const first = isFound.size === 0 ? 0 : [...isFound].reduce((least, place) => Math.min(least, place))
  const start = first > BEFORE * 2 ? original.lastIndexOf(' ', first - BEFORE) + 1 : 0
  const parts: TextPart[] = start > 0 ? [{ text: '…', isFound: false }] : []
  for (let index = start; index < original.length; index += 1) {
    const last = parts.at(-1)
    const character = original[index] ?? ''
    if (last && last.isFound === isFound.has(index)) parts[parts.length - 1] = { ...last, text: last.text + character }
    else parts.push({ text: character, isFound: isFound.has(index) })
  }
  return parts
}
