/** The projection and the front: what moves into the tables between two passes. */
import { PAUSE } from '@tandem/server/projection/change-groups.ts'
import { expect, test } from 'vitest'
import { heldStore } from './front-scene.ts'
import { newProjector, writtenScene } from './projection-scene.ts'

test('[L12] [P1] after a move a projector that does not hold the document goes on from the pause it stopped at, and makes nothing anew', async () => {
  const store = await heldStore()
  const it = await writtenScene(store)
  const line = it.ana.add(it.page, { kind: 'text', words: 'O' })
  await it.pass(10)
  it.ana.say(line, 'One')
  await it.pass(10)
  expect(await it.told()).toHaveLength(1)
  it.ana.say(line, 'Two')
  await it.pass(PAUSE + 1)
  await store.log.move()
  const before = (await it.rows()).changes
  expect(await newProjector(it).project(it.document)).toMatchObject({ changes: 1 })
  const { changes } = await it.rows()
  expect(changes.slice(0, -1)).toEqual(before)
  expect(changes.at(-1)).toMatchObject({ was: 'One', became: 'Two' })
})
