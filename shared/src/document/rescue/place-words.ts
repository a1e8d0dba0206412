/** Where among some words another word belongs, by what stood around it. Pure. */

/** How many characters on each side are compared. */
const REACH = 24

export interface Sought {
  /** What stood around it, and where in that. */
  readonly words: string
  readonly at: number
}

export interface Place {
  readonly at: number
  /** How much around it is the same, of 0 to 1; 1 when there was nothing around it. */
  readonly likeness: number
}

/** The likeliest place within `from` and `to`; of equals the one nearest to where it would stand had nothing else changed. */
export function placeWords(words: string, sought: Sought, { from, to }: { readonly from: number; readonly to: number }): Place {
  const left = Math.min(REACH, sought.at)
  const right = Math.min(REACH, sought.words.length - sought.at)
  const expected = from + sought.at
  let best = { at: Math.min(expected, to), score: -1 }
  for (let at = from; at <= to; at += 1) {
    const score = sameBefore(words, at, sought, left) + sameAfter(words, at, sought, right)
    if (score > best.score || (score === best.score && Math.abs(at - expected) < Math.abs(best.at - expected))) best = { at, score }
  }
  return { at: best.at, likeness: left + right === 0 ? 1 : best.score / (left + right) }
}

function sameBefore(words: string, place: number, sought: Sought, reach: number): number {
  let same = 0
  while (same < reach && same < place && words[place - 1 - same] === sought.words[sought.at - 1 - same]) same += 1
  return same
}

function sameAfter(words: string, place: number, sought: Sought, reach: number): number {
  let same = 0
  while (same < reach && words[place + same] !== undefined && words[place + same] === sought.words[sought.at + same]) same += 1
  return same
}
