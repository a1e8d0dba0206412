/** Chance that a seed decides, so that every failure can be seen again. */
import * as prng from 'lib0/prng'

export interface Random {
  /** A whole number from 0 up to and without `below`. */
  below(below: number): number
  /** True this often out of a hundred. */
  chance(percent: number): boolean
  pick<Item>(items: readonly Item[]): Item
  shuffle<Item>(items: readonly Item[]): Item[]
}

export function createRandom(seed: number): Random {
  const generator = prng.create(seed)
  const below = (limit: number) => (limit <= 1 ? 0 : prng.int31(generator, 0, limit - 1))
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[below(items.length)]
    if (item === undefined) throw new Error('There is nothing to pick from.')
    return item
  }
  return {
    below,
    pick,
    chance: (percent) => below(100) < percent,
    shuffle: (items) =>
      items
        .map((item) => ({ item, order: prng.real53(generator) }))
        .toSorted((a, b) => a.order - b.order)
        .map(({ item }) => item),
  }
}
