/** When the log commits: at once for one who types alone, together for many. */
import { setImmediate } from 'node:timers/promises'
import type { Append } from '@tandem/server/log/batch.ts'
import { GroupCommit } from '@tandem/server/log/group-commit.ts'
import { expect, test } from 'vitest'
import { testClock } from '../support/test-clock.ts'
import { entryOf } from './log-scene.ts'
import { ANA } from './store.ts'

function scene() {
  const clock = testClock()
  const batches: string[][] = []
  const finish: (() => void)[] = []
  const commits = new GroupCommit({
    clock,
    policy: { spacing: 5, maxSpacing: 12, maxUpdates: 3, maxBytes: 100 },
    store: (batch) => {
      batches.push(batch.map(({ entry }) => entry.id))
      return new Promise((resolve) => finish.push(resolve))
    },
  })
  const add = (id: string, size = 1) => commits.add(append(id, size))
  const finishCommit = async () => {
    finish.shift()?.()
    await setImmediate()
  }
  return { clock, batches, add, finishCommit }
}

function append(id: string, size: number): Append {
  const entry = entryOf({ id, author: ANA })
  const settle = () => {}
  return { document: 'plans' as Append['document'], entry, size, claims: [], stored: settle, refused: settle }
}

test('[L10] a lone append is committed at the end of the turn, with all of that turn', async () => {
  const { add, batches } = scene()
  add('a')
  add('b')
  expect(batches).toEqual([])
  await setImmediate()
  expect(batches).toEqual([['a', 'b']])
})

test('[L10] what arrives while a commit runs is committed together after it', async () => {
  const { add, batches, clock, finishCommit } = scene()
  add('a')
  await setImmediate()
  add('b')
  clock.move(50)
  add('c')
  await setImmediate()
  expect(batches).toEqual([['a']])
  await finishCommit()
  await setImmediate()
  expect(batches).toEqual([['a'], ['b', 'c']])
})

test('[L10] two commits begin apart, so that one fsync serves more people', async () => {
  const { add, batches, clock, finishCommit } = scene()
  add('a')
  await setImmediate()
  await finishCommit()
  clock.move(2)
  add('b')
  await setImmediate()
  clock.move(2)
  add('c')
  await setImmediate()
  expect(batches).toEqual([['a']])
  clock.move(1)
  expect(batches).toEqual([['a'], ['b', 'c']])
})

test.for([
  { took: 2, apart: 5 },
  { took: 4, apart: 8 },
  { took: 50, apart: 50 },
])('[L10] after a commit that took $took ms the next begins $apart ms after it began', async ({ took, apart }) => {
  const { add, batches, clock, finishCommit } = scene()
  add('a')
  await setImmediate()
  add('b')
  clock.move(took)
  await finishCommit()
  if (apart > took) {
    clock.move(apart - took - 1)
    expect(batches).toEqual([['a']])
    clock.move(1)
  }
  await setImmediate()
  expect(batches).toEqual([['a'], ['b']])
})

test.for([
  { name: 'many', sizes: [1, 1, 1] },
  { name: 'large', sizes: [101] },
])('[L10] a batch that is full because it is $name does not wait', async ({ sizes }) => {
  const { add, batches, finishCommit } = scene()
  add('first')
  await setImmediate()
  await finishCommit()
  for (const [index, size] of sizes.entries()) add(`${index}`, size)
  await setImmediate()
  expect(batches[1]).toEqual(sizes.map((_, index) => `${index}`))
})
