import type { PersonId } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { ClientNumbers } from './client-numbers.ts'
import { ClientOwners } from './client-owners.ts'
import { encodeStateVector } from './state-vector.ts'

/** The same numbers every time; any client id of 32 bits, and some beyond. */
function someClients(count: number): number[] {
  let state = 7
  return Array.from({ length: count }, (_, index) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return index % 50 === 0 ? state * 2 ** 21 : state
  })
}

test('it holds what a map holds, however it came in', () => {
  const map = new Map<number, number>()
  const grown = new ClientNumbers()
  for (const [index, client] of [...someClients(3000), ...someClients(1000)].entries()) {
    expect(grown.get(client)).toBe(map.get(client))
    grown.set(client, index)
    map.set(client, index)
  }
  const sorted = [...map].toSorted(([a], [b]) => a - b)
  expect([...grown]).toEqual(sorted)
  expect([...new ClientNumbers(map)]).toEqual(sorted)
  expect(grown.size).toBe(map.size)
  for (const [client, value] of map) expect(grown.get(client)).toBe(value)
  for (const unknown of [0, 1, 2 ** 53 - 1]) expect(grown.get(unknown)).toBeUndefined()
})

test('many at once are what they are one by one', () => {
  const [one, all] = [new ClientNumbers([[9, 1]]), new ClientNumbers([[9, 1]])]
  for (const count of [3, 63, 64, 500]) {
    const entries = someClients(count).map((client, index) => [client, index] as const)
    for (const [client, value] of entries) one.set(client, value)
    all.setAll(entries)
    expect([...all]).toEqual([...one])
  }
  all.set(4, 7)
  expect([all.get(4), all.get(9), all.size]).toEqual([7, 1, one.size + 1])
})

test('what was read at once can grow', () => {
  const numbers = new ClientNumbers([
    [9, 1],
    [3, 2],
  ])
  for (const client of [5, 0, 12, 3]) numbers.set(client, client * 10)
  expect([...numbers]).toEqual([
    [0, 0],
    [3, 30],
    [5, 50],
    [9, 1],
    [12, 120],
  ])
  expect([numbers.at(1), numbers.get(5), numbers.get(4)]).toEqual([[3, 30], 50, undefined])
})

test('as a state vector it is written as Yjs writes one', () => {
  const vector = new Map(someClients(300).map((client, index) => [client, index * 1000]))
  expect(encodeStateVector(new ClientNumbers(vector))).toEqual(Y.encodeStateVector(vector))
  expect(encodeStateVector(new ClientNumbers())).toEqual(Y.encodeStateVector(new Map()))
})

test('owners are told by client id, and each person is kept once', () => {
  const [ana, ben] = ['ana', 'ben'] as PersonId[] as [PersonId, PersonId]
  const owners = new ClientOwners(
    new Map([
      [7, ana],
      [3, ben],
    ]),
  )
  owners.set(5, ana)
  owners.set(3, ana)
  expect([3, 5, 7, 8].map((client) => owners.get(client))).toEqual([ana, ana, ana, undefined])
  expect(owners.size).toBe(3)
})
