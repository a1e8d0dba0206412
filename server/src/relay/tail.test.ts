import { expect, test } from 'vitest'
import { Tail } from './tail.ts'

const bytes = (...values: number[]) => Uint8Array.from(values)

test('entries stand in it as they came, and those up to a seq can go', () => {
  const tail = new Tail()
  for (const [seq, length] of [
    [4, 3],
    [6, 700],
    [5, 1],
    [7, 2],
  ] as const)
    tail.add(seq, new Uint8Array(length).fill(seq))
  expect([tail.entries, tail.bytes]).toEqual([4, 706])
  tail.dropUpTo(5)
  expect([tail.entries, tail.bytes]).toEqual([2, 702])
  expect([...tail.frames]).toEqual([...new Uint8Array(700).fill(6), 7, 7])
  tail.dropUpTo(9)
  expect([tail.entries, tail.bytes, tail.frames.length]).toEqual([0, 0, 0])
})

test('what was given out stays as it was, whatever comes or goes', () => {
  const tail = new Tail()
  tail.add(1, bytes(1, 2))
  const sent = tail.frames
  for (let seq = 2; seq < 2000; seq += 1) tail.add(seq, bytes(9))
  tail.dropUpTo(1000)
  tail.add(2000, bytes(8))
  expect([...sent]).toEqual([1, 2])
})

test('it holds copies: the buffer of an entry is its owner’s again', () => {
  const tail = new Tail()
  const given = bytes(1, 2)
  tail.add(1, given)
  given.fill(9)
  expect([...tail.frames]).toEqual([1, 2])
})
