/** Cards stand beside their words and never over each other. */
import { expect, test } from 'vitest'
import { type Card, isCrowded, layOutCards, nearOf } from './margin-layout.ts'

const card = (id: string, wanted: number, height = 100): Card => ({ id, wanted, height })
const tops = (cards: readonly Card[], open?: string) => Object.fromEntries(layOutCards(cards, open))

test('each beside its words while there is room', () => {
  expect(tops([card('a', 0), card('b', 200), card('c', 500)])).toEqual({ a: 8, b: 200, c: 500 })
})

test('of crowded ones the later give way', () => {
  expect(tops([card('a', 0), card('b', 20), card('c', 30)])).toEqual({ a: 8, b: 116, c: 224 })
})

test('the open one stands beside its words, and the earlier ones go up', () => {
  expect(tops([card('a', 300), card('b', 320), card('c', 330)], 'c')).toEqual({ a: 114, b: 222, c: 330 })
})

test('at the top of the page the open one makes room for those before it', () => {
  expect(tops([card('a', 0), card('b', 20), card('c', 30), card('d', 40)], 'c')).toEqual({ a: 8, b: 116, c: 224, d: 332 })
})

test('no two of many ever overlap, whichever is open', () => {
  const cards = Array.from({ length: 60 }, (_, index) => card(String(index), Math.floor((index * 7919) % 900), 40 + ((index * 31) % 90))).toSorted(
    (a, b) => a.wanted - b.wanted,
  )
  for (const open of [undefined, '7', '59', '0']) {
    const laid = layOutCards(cards, open)
    const placed = cards.map(({ id, height }) => ({ top: laid.get(id) ?? 0, height }))
    const overlaps = placed.filter(({ top }, index) => index > 0 && top < (placed[index - 1]?.top ?? 0) + (placed[index - 1]?.height ?? 0))
    expect(overlaps).toEqual([])
    expect(Math.min(...laid.values())).toBeGreaterThanOrEqual(8)
  }
})

test('of many cards those in and near the window are there, and the one that is open wherever it stands', () => {
  const placed = new Map(Array.from({ length: 300 }, (_, index) => [`t${299 - index}`, (299 - index) * 100] as const))
  expect(nearOf(placed, { from: 1000, to: 1200, always: ['t250', undefined] })).toEqual(['t10', 't11', 't12', 't250'])
})

test('a crowd is where cards would stand far from their words', () => {
  const lines = (height: number) => Array.from({ length: 50 }, (_, index) => card(`t${index}`, index * 48, height))
  expect([isCrowded(lines(104)), isCrowded(lines(36)), isCrowded([card('a', 0), card('b', 10), card('c', 20)])]).toEqual([true, false, false])
})
