/** Which blocks of a list were moved: the fewest that, taken out, leave the others in the order they had. */

/** The items of `now` that stood elsewhere among the common ones of `before`. */
export function findMoved<Id>(before: readonly Id[], now: readonly Id[]): Set<Id> {
  const placeBefore = new Map(before.map((id, place) => [id, place]))
  const common = now.filter((id) => placeBefore.has(id))
  const places = common.map((id) => placeBefore.get(id) ?? 0)
  if (places.every((place, index) => index === 0 || place > (places[index - 1] ?? 0))) return new Set()
  const kept = longestRise(places)
  return new Set(common.filter((_, index) => !kept.has(index)))
}

/** The indices of a longest rising subsequence, in n log n: on a page of a thousand lines every drag comes by here. */
function longestRise(values: readonly number[]): Set<number> {
  /** For each length the index at which a rise of that length ends lowest. */
  const ends: number[] = []
  const cameFrom: number[] = []
  for (const [index, value] of values.entries()) {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((values[ends[middle] ?? 0] ?? 0) < value) low = middle + 1
      else high = middle
    }
    cameFrom[index] = low > 0 ? (ends[low - 1] ?? -1) : -1
    ends[low] = index
  }
  const kept = new Set<number>()
  for (let index = ends.at(-1) ?? -1; index >= 0; index = cameFrom[index] ?? -1) kept.add(index)
  return kept
}
