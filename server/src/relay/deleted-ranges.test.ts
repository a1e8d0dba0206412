import { expect, test } from 'vitest'
import { DeletedRanges } from './deleted-ranges.ts'

const range = (clock: number, length: number, client = 1) => ({ client, clock, length })

test('a range is known once it was added, wholly and for its client id only', () => {
  const ranges = new DeletedRanges()
  ranges.add(range(5, 3))
  expect(ranges.has(range(5, 3))).toBe(true)
  expect(ranges.has(range(6, 1))).toBe(true)
  expect(ranges.has(range(4, 2))).toBe(false)
  expect(ranges.has(range(7, 2))).toBe(false)
  expect(ranges.has(range(5, 3, 2))).toBe(false)
})

test('ranges that touch or overlap become one', () => {
  const ranges = new DeletedRanges()
  for (const each of [range(0, 2), range(8, 2), range(4, 2), range(2, 2)]) ranges.add(each)
  expect(ranges.size).toBe(2)
  ranges.add(range(5, 4))
  expect(ranges.size).toBe(1)
  expect(ranges.has(range(0, 10))).toBe(true)
})

test('what is added later is read when somebody asks, once, and only the newest', () => {
  const ranges = new DeletedRanges()
  let loads = 0
  ranges.addLater(() => {
    throw new Error('An older one is not needed any more.')
  })
  ranges.addLater(() => {
    loads += 1
    return [range(5, 3)]
  })
  ranges.add(range(8, 2))
  expect(loads).toBe(0)
  expect(ranges.has(range(5, 5))).toBe(true)
  expect(ranges.size).toBe(1)
  expect(loads).toBe(1)
})

test('it agrees with a plain set of clocks, whatever is added', () => {
  let seed = 7
  const random = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return seed % below
  }
  const ranges = new DeletedRanges()
  const clocks = new Set<number>()
  for (let step = 0; step < 2000; step++) {
    const asked = range(random(400), 1 + random(6))
    const all = Array.from({ length: asked.length }, (_, index) => asked.clock + index)
    expect(ranges.has(asked)).toBe(all.every((clock) => clocks.has(clock)))
    if (random(3) > 0) continue
    ranges.add(asked)
    for (const clock of all) clocks.add(clock)
    if (random(40) > 0) continue
    const many = Array.from({ length: 1 + random(90) }, () => range(random(400), 1 + random(2)))
    ranges.addAll(many)
    for (const { clock, length } of many) for (let at = 0; at < length; at++) clocks.add(clock + at)
  }
})
