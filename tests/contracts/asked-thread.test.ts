/** A thread that is asked: what becomes of those that wait when one job never ends. */
import { getPriority } from 'node:os'
import { AskedThread, type ThreadEnded } from '@tandem/server/threads/asked-thread.ts'
import { expect, onTestFinished, test } from 'vitest'
import { testClock } from '../support/test-clock.ts'

test('[R17] a job that never ends is ended with its thread, and the next job finds a new one', async () => {
  const clock = testClock()
  const file = new URL('./programs/endless-thread.ts', import.meta.url)
  const thread = new AskedThread<string, string>({ file, name: 'endless', patience: { clock, limit: 60_000 } })
  onTestFinished(() => thread.end())
  expect(await thread.ask('first')).toBe('first')
  const [endless, behind] = [thread.ask('endless'), thread.ask('behind')]
  const ended = Promise.allSettled([endless, behind])
  clock.move(59_999)
  expect(thread.isRunning).toBe(true)
  clock.move(1)
  const reason = expect.objectContaining({ message: 'the thread "endless" did not end a job within 60000 ms' }) as ThreadEnded
  expect(await ended).toEqual([
    { status: 'rejected', reason },
    { status: 'rejected', reason },
  ])
  expect(await thread.ask('next')).toBe('next')
  // Nobody waits: nothing is ended.
  clock.move(120_000)
  expect(await thread.ask('last')).toBe('last')
})

test('[R17] a thread whose answers can wait gets the processor behind the others', async () => {
  const file = new URL('./programs/endless-thread.ts', import.meta.url)
  const [behind, other] = [
    new AskedThread<string, string>({ file, name: 'behind', isBehindOthers: true }),
    new AskedThread<string, string>({ file, name: 'other' }),
  ]
  onTestFinished(async () => void (await Promise.all([behind.end(), other.end()])))
  const usual = getPriority()
  // Elsewhere a priority is the whole process's.
  expect(await behind.ask('priority')).toBe(String(process.platform === 'linux' ? Math.max(5, usual) : usual))
  expect(await other.ask('priority')).toBe(String(usual))
})

test('[R20] a thread that was ended takes no job any more, and does not begin anew', async () => {
  const file = new URL('./programs/endless-thread.ts', import.meta.url)
  const thread = new AskedThread<string, string>({ file, name: 'endless' })
  const ended = expect.objectContaining({ name: 'ThreadEnded' }) as ThreadEnded
  const endless = Promise.allSettled([thread.ask('endless')])
  await thread.end()
  expect(await endless).toEqual([{ status: 'rejected', reason: ended }])
  await expect(thread.ask('late')).rejects.toEqual(ended)
  expect(thread.isRunning).toBe(false)
})
