/** The outbox over any line: everything arrives once and in order, or is told and kept. */
import { Failure } from '@tandem/shared/failure.ts'
import { expect, test } from 'vitest'
import type { Outbox } from './outbox.ts'
import type { Command, OutboxStore } from './outbox-command.ts'
import { memoryOutboxStore } from './testing/outbox-memory.ts'
import { browser, command, OTHERS, OURS, seededRandom, world } from './testing/outbox-world.ts'

const OFTEN = { interval: 2 }
const empty = (outbox: Outbox) => expect.poll(() => outbox.waiting(), OFTEN).toEqual([])

test('what is given is pending at once and arrives in order', async () => {
  const { taken, send } = world()
  const outbox = browser()({ send })
  for (const says of ['one', 'two', 'three']) outbox.add(command(says))
  expect(outbox.pending().map(({ says }) => says)).toEqual(['one', 'two', 'three'])
  await empty(outbox)
  expect(taken).toEqual(['one', 'two', 'three'])
})

test('offline everything waits in order, outlives the tab, and arrives once when the line is back', async () => {
  const { taken, line, send } = world()
  const open = browser()
  line.isCut = true
  const before = open({ send })
  for (const says of ['one', 'two', 'three']) before.add(command(says))
  await expect.poll(() => before.isStalled()).toBe(true)
  before.close()
  const after = open({ send })
  await expect.poll(() => after.waiting().map(({ says }) => says)).toEqual(['one', 'two', 'three'])
  line.isCut = false
  after.retry()
  await empty(after)
  expect(after.isStalled()).toBe(false)
  expect(taken).toEqual(['one', 'two', 'three'])
})

test('a lost answer makes it sent again, and the server takes it once', async () => {
  const { taken, line, send } = world()
  line.losesAnswers = true
  const outbox = browser()({ send })
  outbox.add(command('one'))
  await expect.poll(() => outbox.isStalled()).toBe(true)
  line.losesAnswers = false
  outbox.retry()
  await empty(outbox)
  expect(taken).toEqual(['one'])
})

test('a refused command is told with its words and holds up nothing', async () => {
  const { taken, line, send } = world()
  line.refuses = ({ says }) => (says === 'two' ? new Failure('journal-archived') : undefined)
  const outbox = browser()({ send })
  for (const says of ['one', 'two', 'three']) outbox.add(command(says))
  await empty(outbox)
  expect(taken).toEqual(['one', 'three'])
  expect(outbox.refused()).toMatchObject([{ says: 'two', code: 'journal-archived' }])
  line.refuses = () => undefined
  outbox.tryAgain(outbox.refused()[0]?.id ?? '')
  await expect.poll(() => taken).toEqual(['one', 'three', 'two'])
  expect(outbox.refused()).toEqual([])
})

test('what is tried again stays told as refused while the browser stores nothing, for whoever comes back', async () => {
  const { line, send } = world()
  line.refuses = () => new Failure('journal-archived')
  const store = memoryOutboxStore()
  let isFull = false
  const full: OutboxStore = { ...store, add: (given) => (isFull ? Promise.reject(new Error('no room')) : store.add(given)) }
  const outbox = browser(full)({ send })
  outbox.add(command('one'))
  await expect.poll(() => outbox.refused()).toHaveLength(1)
  isFull = true
  line.isCut = true
  outbox.tryAgain(outbox.refused()[0]?.id ?? '')
  await expect.poll(() => outbox.isStalled()).toBe(true)
  expect((await store.load()).refused).toMatchObject([{ says: 'one' }])
  expect([outbox.waiting().length, outbox.refused().length]).toEqual([1, 0])
  line.isCut = false
  line.refuses = () => undefined
  outbox.retry()
  await empty(outbox)
  expect(await store.load()).toEqual({ waiting: [], refused: [] })
})

test.for(['signed-out', 'cannot-store', 'stopping', 'too-many-requests'] as const)('%s refuses nothing: it waits', async (code) => {
  const { taken, line, send } = world()
  line.refuses = () => new Failure(code)
  const outbox = browser()({ send })
  outbox.add(command('one'))
  await expect.poll(() => outbox.isStalled()).toBe(true)
  expect(outbox.refused()).toEqual([])
  line.refuses = () => undefined
  outbox.retry()
  await empty(outbox)
  expect(taken).toEqual(['one'])
})

test('a command that is the server’s own defect every time is taken out in the end', async () => {
  const { taken, line, send } = world()
  line.refuses = ({ says }) => (says === 'poison' ? new Failure('internal') : undefined)
  const outbox = browser()({ send })
  outbox.add(command('poison'))
  outbox.add(command('after'))
  await expect
    .poll(() => {
      outbox.retry()
      return outbox.refused()
    })
    .toMatchObject([{ says: 'poison', code: 'internal' }])
  await empty(outbox)
  expect(taken).toEqual(['after'])
})

test('a journal that must wait does not hold up another', async () => {
  const { taken, line, send } = world()
  line.refuses = ({ journal }) => (journal === OURS ? new Failure('cannot-store') : undefined)
  const outbox = browser()({ send })
  outbox.add(command('ours', OURS))
  outbox.add(command('others', OTHERS))
  await expect.poll(() => taken).toEqual(['others'])
  await expect.poll(() => outbox.waiting()).toMatchObject([{ says: 'ours' }])
})

test('two tabs send nothing twice, and each shows what the other was given', async () => {
  const { taken, send, sends } = world()
  const open = browser()
  const [one, two] = [open({ send }), open({ send })]
  for (let i = 0; i < 10; i++) {
    one.add(command(`a${i}`))
    two.add(command(`b${i}`))
  }
  await empty(one)
  await empty(two)
  expect(taken).toHaveLength(20)
  expect(sends()).toBe(20)
  expect(taken.filter((says) => says.startsWith('a'))).toEqual(Array.from({ length: 10 }, (_, i) => `a${i}`))
})

test('what was sent stays pending until the rows are read in which it shows', async () => {
  const { send } = world()
  let arrive = (): void => undefined
  const rows = new Promise<void>((resolve) => {
    arrive = resolve
  })
  const outbox = browser()({ send, landed: () => rows })
  outbox.add(command('one'))
  await empty(outbox)
  expect(outbox.pending()).toMatchObject([{ says: 'one' }])
  arrive()
  await expect.poll(() => outbox.pending()).toEqual([])
})

test.for(Array.from({ length: 20 }, (_, seed) => seed + 1))(
  'seed %i: over any line, with tabs that come and go, each command arrives once and in order, or is refused and kept',
  async (seed) => {
    const random = seededRandom(seed)
    const { taken, line, send } = world()
    const open = browser()
    let tabs = [open({ send }), open({ send })]
    line.refuses = ({ says }) => (says.endsWith('!') ? new Failure('not-allowed') : undefined)
    const given: Command[] = []
    for (let step = 0; step < 60; step++) {
      const dice = random()
      if (dice < 0.15) line.isCut = !line.isCut
      else if (dice < 0.25) line.losesAnswers = !line.losesAnswers
      else if (dice < 0.35) {
        const [closing, ...others] = tabs
        // A tab that is closed has written down what it was given: its person saw it pending.
        await expect
          .poll(() => tabs.every((tab) => tab.waiting().every(({ id }) => tabs.every((other) => other.waiting().some((each) => each.id === id)))), OFTEN)
          .toBe(true)
        closing?.close()
        tabs = [...others, open({ send })]
      } else if (dice < 0.8) {
        const next = command(`${given.length}${random() < 0.1 ? '!' : ''}`, random() < 0.5 ? OURS : OTHERS)
        given.push(next)
        tabs[0]?.add(next)
      } else tabs.forEach((tab) => tab.retry())
      if (random() < 0.5) await Promise.resolve()
    }
    line.isCut = false
    line.losesAnswers = false
    await expect
      .poll(() => {
        tabs.forEach((tab) => tab.retry())
        return tabs.flatMap((tab) => tab.waiting())
      }, OFTEN)
      .toEqual([])
    for (const journal of [OURS, OTHERS]) {
      const mine = given.filter((each) => each.journal === journal).map(({ says }) => says)
      expect(taken.filter((says) => mine.includes(says))).toEqual(mine.filter((says) => !says.endsWith('!')))
    }
    expect(new Set(tabs[0]?.refused().map(({ says }) => says))).toEqual(new Set(given.map(({ says }) => says).filter((says) => says.endsWith('!'))))
  },
)
