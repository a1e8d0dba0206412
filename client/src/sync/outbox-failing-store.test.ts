/** The outbox on a device that does not store what it is asked to, or never answers: still everything is sent once, or told. */
import { Failure } from '@tandem/shared/failure.ts'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { Outbox } from './outbox.ts'
import type { OutboxStore } from './outbox-command.ts'
import { memoryOutboxStore } from './testing/outbox-memory.ts'
import { browser, command, world } from './testing/outbox-world.ts'

const OFTEN = { interval: 2 }
/** As late as a database says it: one that answers in the same turn would leave the page no moment to go on in. */
const noRoom = () => new Promise<never>((_, reject) => setImmediate(() => reject(new Error('no room'))))
const empty = (outbox: Outbox) => expect.poll(() => outbox.waiting(), OFTEN).toEqual([])

test('a browser that stores nothing, or stops storing, still sends', async () => {
  const { taken, send } = world()
  const broken = Promise.reject(new Error('QuotaExceeded'))
  broken.catch(() => undefined)
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const full: OutboxStore = { load: () => broken, add: () => broken, remove: () => broken, refuse: () => broken, forget: () => broken }
  const [none, stopped] = [browser()({ send, openStore: () => broken }), browser(full)({ send })]
  none.add(command('one'))
  await empty(none)
  stopped.add(command('two'))
  await empty(stopped)
  expect(taken).toEqual(['one', 'two'])
})

test('a refusal that finds no room on the device is told all the same, and can be tried again or forgotten', async () => {
  const { taken, line, send } = world()
  line.refuses = () => new Failure('journal-archived')
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const outbox = browser({ ...memoryOutboxStore(), add: noRoom, refuse: noRoom })({ send })
  outbox.add(command('one'))
  outbox.add(command('two'))
  await empty(outbox)
  expect(outbox.refused()).toMatchObject([
    { says: 'one', code: 'journal-archived' },
    { says: 'two', code: 'journal-archived' },
  ])
  outbox.forget(outbox.refused()[0]?.id ?? '')
  await expect.poll(() => outbox.refused(), OFTEN).toMatchObject([{ says: 'two' }])
  line.refuses = () => undefined
  outbox.tryAgain(outbox.refused()[0]?.id ?? '')
  await expect.poll(() => taken, OFTEN).toEqual(['two'])
  await empty(outbox)
  expect(outbox.refused()).toEqual([])
})

test('what a store can neither remove nor refuse any more is sent once, and again only when somebody asks', async () => {
  const { taken, line, send, sends } = world()
  line.refuses = ({ says }) => (says === 'one' ? undefined : new Failure('journal-archived'))
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const outbox = browser({ ...memoryOutboxStore(), remove: noRoom, refuse: noRoom, forget: noRoom })({ send })
  for (const says of ['one', 'two', 'three']) outbox.add(command(says))
  await empty(outbox)
  expect([taken, sends()]).toEqual([['one'], 3])
  expect(outbox.refused()).toMatchObject([{ says: 'two' }, { says: 'three' }])
  outbox.forget(outbox.refused()[0]?.id ?? '')
  line.refuses = () => undefined
  outbox.tryAgain(outbox.refused()[0]?.id ?? '')
  await expect.poll(() => outbox.waiting().length + outbox.refused().length, OFTEN).toBe(0)
  expect([taken, sends()]).toEqual([['one', 'three'], 4])
})

/** A store whose opening answers when it is told to, on a clock that stands. */
function stuckStore() {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  return { ...Promise.withResolvers<OutboxStore>(), wait: () => vi.advanceTimersByTimeAsync(3_000) }
}

test('where opening the store never answers, what is given is sent after three seconds', async () => {
  const { taken, send } = world()
  const opening = stuckStore()
  const outbox = browser()({ send, openStore: () => opening.promise })
  outbox.add(command('one'))
  await opening.wait()
  await empty(outbox)
  expect(taken).toEqual(['one'])
})

test('a store that opens late takes what the page kept, and what it holds is sent', async () => {
  const { taken, line, send } = world()
  const opening = stuckStore()
  const store = memoryOutboxStore()
  await store.add(command('left behind'))
  line.refuses = ({ says }) => (says === 'two' ? new Failure('journal-archived') : undefined)
  const outbox = browser()({ send, openStore: () => opening.promise })
  outbox.add(command('two'))
  await opening.wait()
  await expect.poll(() => outbox.refused(), OFTEN).toMatchObject([{ says: 'two' }])
  line.isCut = true
  outbox.add(command('three'))
  await expect.poll(() => outbox.isStalled(), OFTEN).toBe(true)
  opening.resolve(store)
  await expect.poll(() => outbox.waiting(), OFTEN).toMatchObject([{ says: 'left behind' }, { says: 'three' }])
  await expect.poll(store.load, OFTEN).toMatchObject({ waiting: [{ says: 'left behind' }, { says: 'three' }], refused: [{ says: 'two' }] })
  line.isCut = false
  outbox.retry()
  await empty(outbox)
  expect(taken).toEqual(['left behind', 'three'])
  expect(outbox.refused()).toMatchObject([{ says: 'two' }])
})
