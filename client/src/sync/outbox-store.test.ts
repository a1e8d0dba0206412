/** The promises of a place where commands survive the tab, kept by each of the two there are. */
import 'fake-indexeddb/auto'
import type { JournalId, PersonId } from '@tandem/shared/ids.ts'
import { newId } from '@tandem/shared/ids.ts'
import { deleteDB } from 'idb'
import { describe, expect, test } from 'vitest'
import type { Command, OutboxStore } from './outbox-command.ts'
import { memoryOutboxStore } from './testing/outbox-memory.ts'
import { countWaitingCommands, openOutboxStore } from './outbox-store.ts'

function command(says: string): Command {
  return { id: newId(), journal: 'j' as JournalId, name: 'commitments.commit', input: { words: says }, says, at: 1 }
}

const PLACES: Readonly<Record<string, () => Promise<OutboxStore>>> = {
  'in the browser': () => openOutboxStore(newId() as PersonId),
  'in the page': async () => memoryOutboxStore(),
}

describe.for(Object.entries(PLACES))('%s', ([, open]) => {
  test('commands stand in the order in which they were given, each once', async () => {
    const store = await open()
    const [first, second, third] = [command('first'), command('second'), command('third')]
    await Promise.all([first, second, first, third].map((each) => store.add(each)))
    expect((await store.load()).waiting).toEqual([first, second, third])
  })

  test('what is removed waits no more, and what is not there is no trouble', async () => {
    const store = await open()
    const [first, second] = [command('first'), command('second')]
    await store.add(first)
    await store.add(second)
    await store.remove(first.id)
    await store.remove(newId())
    expect(await store.load()).toEqual({ waiting: [second], refused: [] })
  })

  test('a refused command keeps what was said until it is forgotten', async () => {
    const store = await open()
    const given = command('Ana drives the agenda')
    await store.add(given)
    await store.refuse(given, 'not-allowed')
    expect(await store.load()).toEqual({ waiting: [], refused: [{ ...given, code: 'not-allowed' }] })
    await store.forget(given.id)
    expect(await store.load()).toEqual({ waiting: [], refused: [] })
  })

  test('a refused command that is given again waits, and is refused no more', async () => {
    const store = await open()
    const given = command('Ana drives the agenda')
    await store.add(given)
    await store.refuse(given, 'not-allowed')
    await store.add(given)
    expect(await store.load()).toEqual({ waiting: [given], refused: [] })
  })
})

test('two tabs of a person share one outbox, and another person has another', async () => {
  const [ana, ben] = [newId() as PersonId, newId() as PersonId]
  const [tab, other] = [await openOutboxStore(ana), await openOutboxStore(ana)]
  const given = command('hello')
  await tab.add(given)
  expect((await other.load()).waiting).toEqual([given])
  expect(await countWaitingCommands(ana)).toBe(1)
  expect(await countWaitingCommands(ben)).toBe(0)
})

test('an open outbox keeps nobody waiting who takes the place of its database', async () => {
  const ana = newId() as PersonId
  const store = await openOutboxStore(ana)
  await deleteDB(`tandem:${ana}:outbox`)
  await expect(store.load()).rejects.toThrow()
})
