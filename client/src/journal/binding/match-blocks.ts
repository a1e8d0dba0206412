/** Which blocks of a new state of the page are which blocks of the old one. Pure: knows neither Yjs nor the editor. */

export interface OldBlock {
  readonly id: string | null
  readonly node: string
}

export interface NewBlock extends OldBlock {
  /** The index of the old block this one is, unchanged; `undefined` when it is new or its words or attributes differ. */
  readonly unchanged: number | undefined
}

/**
 * For every new block the index of the old block it continues, or `undefined` when it must be made. The indices found rise:
 * of blocks that changed places those continue that make the heaviest rising row, and an unchanged one weighs more.
 */
export function matchBlocks(old: readonly OldBlock[], now: readonly NewBlock[]): readonly (number | undefined)[] {
  const found = matchByIdentity(old, now)
  return isRising(found) ? found : heaviestRow(found, now)
}

function matchByIdentity(old: readonly OldBlock[], now: readonly NewBlock[]): (number | undefined)[] {
  const taken = new Set<number>()
  const found: (number | undefined)[] = now.map(({ unchanged }) => {
    if (unchanged === undefined || taken.has(unchanged)) return undefined
    taken.add(unchanged)
    return unchanged
  })
  const free = new Map<string, number[]>()
  old.forEach((block, index) => {
    if (!taken.has(index)) free.set(nameOf(block), [...(free.get(nameOf(block)) ?? []), index])
  })
  const take = (block: OldBlock) => free.get(nameOf(block))?.shift()
  now.forEach((block, index) => {
    if (found[index] === undefined && block.id !== null) found[index] = take(block)
  })
  // A block of another program has no id until it gets one here.
  now.forEach((block, index) => {
    found[index] ??= take({ ...block, id: null })
  })
  return found
}

function nameOf({ id, node }: OldBlock): string {
  return `${node}/${id ?? ''}`
}

function isRising(indices: readonly (number | undefined)[]): boolean {
  let last = -1
  return indices.every((index) => {
    if (index === undefined) return true
    const rises = index > last
    last = index
    return rises
  })
}

const UNCHANGED = 1_000
const CHANGED = 1

function heaviestRow(found: readonly (number | undefined)[], now: readonly NewBlock[]): (number | undefined)[] {
  const best: { weight: number; before: number }[] = []
  let end = -1
  found.forEach((index, place) => {
    let row = { weight: 0, before: -1 }
    if (index !== undefined) {
      for (let earlier = 0; earlier < place; earlier += 1) {
        const other = found[earlier]
        const weight = best[earlier]?.weight ?? 0
        if (other !== undefined && other < index && weight > row.weight) row = { weight, before: earlier }
      }
      row = { ...row, weight: row.weight + (now[place]?.unchanged === undefined ? CHANGED : UNCHANGED) }
    }
    best.push(row)
    if (index !== undefined && row.weight > (best[end]?.weight ?? 0)) end = place
  })
  const kept = new Set<number>()
  for (let place = end; place >= 0; place = best[place]?.before ?? -1) kept.add(place)
  return found.map((index, place) => (kept.has(place) ? index : undefined))
}
