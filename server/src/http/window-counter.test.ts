import { expect, test } from 'vitest'
import { WindowCounter } from './window-counter.ts'

test('allows as many as the limit, then tells how long to wait', () => {
  const counter = new WindowCounter({ max: 2, window: 1000 })
  counter.count('ana', 0)
  expect(counter.waitOf('ana', 100)).toBe(0)
  counter.count('ana', 100)
  expect(counter.waitOf('ana', 400)).toBe(600)
})

test('one key’s calls do not count for another', () => {
  const counter = new WindowCounter({ max: 1, window: 1000 })
  counter.count('ana', 0)
  expect(counter.waitOf('ben', 0)).toBe(0)
})

test('a new window begins after the old one has ended', () => {
  const counter = new WindowCounter({ max: 1, window: 1000 })
  counter.count('ana', 0)
  expect(counter.waitOf('ana', 1000)).toBe(0)
  counter.count('ana', 1000)
  expect(counter.waitOf('ana', 1500)).toBe(500)
})

test('a lifted limit is none', () => {
  const counter = new WindowCounter({ max: Number.POSITIVE_INFINITY, window: 1000 })
  for (let i = 0; i < 10; i++) counter.count('ana', 0)
  expect(counter.waitOf('ana', 0)).toBe(0)
})

test('a flood of keys forgets the oldest windows only', () => {
  const counter = new WindowCounter({ max: 1, window: 1000 })
  for (let i = 0; i < 20_001; i++) counter.count(`key ${i}`, 0)
  expect(counter.waitOf('key 0', 1)).toBe(0)
  expect(counter.waitOf('key 1', 1)).toBe(999)
})
