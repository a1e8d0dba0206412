import { expect, test } from 'vitest'
import { systemClock } from './clock.ts'

test('what is cancelled does not happen, what is not happens in its order', async () => {
  const happened: string[] = []
  systemClock.after(1, () => happened.push('cancelled'))()
  systemClock.atTurnEnd(() => happened.push('cancelled at the end of the turn'))()
  systemClock.atTurnEnd(() => happened.push('at the end of the turn'))
  const { promise, resolve } = Promise.withResolvers<void>()
  let beats = 0
  const stop = systemClock.every(1, () => {
    beats += 1
    happened.push(`beat ${beats}`)
    if (beats < 2) return
    stop()
    systemClock.after(5, resolve)
  })
  await promise
  expect(happened).toEqual(['at the end of the turn', 'beat 1', 'beat 2'])
})
