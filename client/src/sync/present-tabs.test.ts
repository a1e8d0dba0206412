import { expect, test } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { isPresent, openAnsweredTabs } from './present-tabs.ts'

test('a closed tab is there as long as another one answers for it', () => {
  const awareness = new Awareness(new Y.Doc())
  const tabs = openAnsweredTabs(awareness)
  expect(isPresent(awareness, awareness.clientID)).toBe(true)
  expect(isPresent(awareness, 7)).toBe(false)
  tabs.add([7])
  tabs.add([8])
  expect([7, 8, 9].map((client) => isPresent(awareness, client))).toEqual([true, true, false])
  tabs.clear()
  expect(isPresent(awareness, 7)).toBe(false)
  awareness.setLocalStateField('answersFor', 'everybody')
  expect(isPresent(awareness, 7)).toBe(false)
  awareness.destroy()
})
