/** When the projection wakes, and what it does after trouble. */
import { inProcessBus } from '@tandem/server/bus/in-process-bus.ts'
import { findBehind } from '@tandem/server/projection/find-behind.ts'
import { followLog } from '@tandem/server/projection/follow-log.ts'
import { SETTLING } from '@tandem/server/projection/settling.ts'
import type { DocumentId } from '@tandem/shared/ids.ts'
import { expect, onTestFinished, test } from 'vitest'
import { testClock } from '../support/test-clock.ts'
import { writtenScene } from './projection-scene.ts'

/** Follows a log whose passes end when the test says so. */
async function followHeld() {
  const clock = testClock()
  const bus = inProcessBus(() => undefined)
  const passes: { readonly document: DocumentId; end(): void }[] = []
  const following = followLog({
    projector: {
      project: async (document) => {
        const { promise, resolve } = Promise.withResolvers<undefined>()
        passes.push({ document, end: () => resolve(undefined) })
        return await promise
      },
      rebuild: () => expect.unreachable(),
      close: () => Promise.resolve(),
    },
    bus,
    clock,
    behind: async function* () {},
    onProjected: () => Promise.resolve(),
    onTrouble: () => expect.unreachable(),
  })
  await following.caughtUp
  return { clock, bus, passes, following }
}

test('[P2] it is woken by what is appended, waits for a pause, and catches up at the start with those that lag behind', async () => {
  const it = await writtenScene()
  const clock = testClock()
  const bus = inProcessBus(() => undefined)
  const projected: DocumentId[] = []
  const asked: DocumentId[] = []
  const quiet = await it.addDocument()
  const follow = () =>
    followLog({
      projector: { ...it.projector, project: (document) => (asked.push(document), it.projector.project(document)) },
      bus,
      clock,
      behind: () => findBehind(it.database.db),
      onProjected: async (document) => void projected.push(document),
      onTrouble: () => expect.unreachable(),
    })
  const following = follow()
  await following.caughtUp
  // The document without entries was not looked at.
  expect([asked, projected]).toEqual([[it.document], [it.document]])
  expect(asked).not.toContain(quiet)

  it.ana.add(it.page, { kind: 'text', words: 'One' })
  await it.pass()
  bus.publish({ kind: 'appended', document: it.document, seq: 2 })
  await Promise.resolve()
  clock.move(1999)
  expect(asked).toHaveLength(1)
  clock.move(1)
  await expect.poll(() => projected).toHaveLength(2)
  await following.stop()

  const again = follow()
  onTestFinished(() => again.stop())
  await again.caughtUp
  expect(asked).toHaveLength(2)
})

test('[P2] what has not settled is read at once for who asks, who waits for a second at most', async () => {
  const { clock, bus, passes, following } = await followHeld()
  const [written, quiet] = ['w' as DocumentId, 'q' as DocumentId]
  bus.publish({ kind: 'appended', document: written, seq: 1 })
  await Promise.resolve()
  const asked = [following.settle([quiet, written]), following.settle([written])]
  expect(passes.map(({ document }) => document)).toEqual([written])
  passes[0]?.end()
  await Promise.all(asked)
  await following.settle([quiet, written])
  expect(passes).toHaveLength(1)

  bus.publish({ kind: 'appended', document: written, seq: 2 })
  await Promise.resolve()
  const late = following.settle([written])
  clock.move(1000)
  await late
  passes[1]?.end()
  await following.stop()
})

test('[P2] a document waits for its turn once, however often it settles meanwhile; who asks for one comes before all that wait; at the stop nobody comes any more', async () => {
  const { clock, bus, passes, following } = await followHeld()
  const begun = () => passes.map(({ document }) => document).join('')
  /** Everybody writes and pauses. */
  const settleAll = async () => {
    for (const document of ['a', 'b', 'c', 'd'] as DocumentId[]) bus.publish({ kind: 'appended', document, seq: 1 })
    await Promise.resolve()
    clock.move(SETTLING.quiet)
  }
  await settleAll()
  await settleAll()
  await settleAll()
  expect(begun()).toBe('a')
  const asked = following.settle(['c' as DocumentId])
  expect(begun()).toBe('ac')
  passes[1]?.end()
  await asked
  passes[0]?.end()
  await expect.poll(begun).toBe('acb')
  passes[2]?.end()
  await expect.poll(begun).toBe('acbd')
  passes[3]?.end()
  // It settled again while its first pass ran.
  await expect.poll(begun).toBe('acbda')
  await settleAll()
  const stopped = following.stop()
  passes[4]?.end()
  await stopped
  expect(begun()).toBe('acbda')
})

test('[P2] who asks during a pass shares the next one with all who ask, and waits for ten seconds at most', async () => {
  const { clock, passes, following } = await followHeld()
  const asked = 'a' as DocumentId
  const answered: number[] = []
  const catchUp = (which: number) => following.catchUp(asked).then(() => answered.push(which))
  const all = [1, 2, 3, 4].map(catchUp)
  expect(passes).toHaveLength(1)
  passes[0]?.end()
  await expect.poll(() => passes.length).toBe(2)
  expect(answered).toEqual([1])
  clock.move(10_000)
  await Promise.all(all)
  passes[1]?.end()
  await following.stop()
  expect(passes).toHaveLength(2)
})

test('[P7] a pass that fails is tried again, later each time', async () => {
  const clock = testClock()
  const bus = inProcessBus(() => undefined)
  const document = 'd' as DocumentId
  let tries = 0
  const troubles: unknown[] = []
  const following = followLog({
    projector: {
      project: async () => {
        tries += 1
        if (tries < 3) throw new Error('no disk')
        return { seq: 1, changes: 0, renewed: 0, isAstray: false }
      },
      rebuild: async () => undefined,
      close: async () => undefined,
    },
    bus,
    clock,
    behind: async function* () {
      yield document
    },
    onProjected: async () => undefined,
    onTrouble: (trouble) => troubles.push(trouble),
  })
  onTestFinished(() => following.stop())
  await following.caughtUp
  expect([tries, troubles.length]).toEqual([1, 1])
  // Nobody else's asking or writing makes it come sooner: a pass that takes the thread's whole patience would take it from everybody.
  bus.publish({ kind: 'appended', document, seq: 1 })
  await Promise.resolve()
  await following.settle([document])
  await following.catchUp(document)
  bus.publish({ kind: 'appended', document, seq: 2 })
  await Promise.resolve()
  clock.move(9999)
  expect(tries).toBe(1)
  clock.move(1)
  await expect.poll(() => troubles.length).toBe(2)
  clock.move(19_999)
  expect(tries).toBe(2)
  clock.move(1)
  await expect.poll(() => tries).toBe(3)
})
