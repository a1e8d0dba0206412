/** Presence: nobody can speak for another. */
import { MESSAGE } from '@tandem/shared/wire/frames.ts'
import { expect, test } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { call } from '../support/people.ts'
import { readAwareness, type WireClient } from '../support/wire-client.ts'
import { useServer, writer } from './scene.ts'

const scene = useServer()

/** What a client knows of who is present, from all it heard, as an honest program would read it. */
function presenceOf(client: WireClient): Map<number, Record<string, unknown> | null> {
  const latest = new Map<number, { clock: number; state: Record<string, unknown> | null }>()
  for (const frame of client.frames) {
    if (frame.kind !== 'awareness') continue
    for (const [id, said] of readAwareness(frame.bytes)) {
      const known = latest.get(id)
      if (!known || known.clock < said.clock) latest.set(id, said)
    }
  }
  return new Map([...latest].map(([id, { state }]) => [id, state]))
}

function present(client: WireClient, id: number): Promise<Record<string, unknown>> {
  return eventually(`${id} is present`, () => presenceOf(client).get(id) ?? undefined)
}

test('[R14] the server writes who stands behind a client id', async () => {
  const { ana, ben, joined } = await scene()
  const [first, second] = [await joined(ana), await joined(ben)]
  first.sendAwareness([[11, 1, { user: { name: 'Ben', color: '#000000', id: ben.id }, cursor: { at: 3 } }]])
  const state = await present(second, 11)
  expect(state['user']).toMatchObject({ id: ana.id, name: 'Ana', seat: 'mentee', hue: 1, color: '#4a5bd4' })
  expect(state['cursor']).toEqual({ at: 3 })
})

test('[R15] who asks who is here is answered also when nobody is: silence would be a dead line', async () => {
  const { ana, joined } = await scene()
  const alone = await joined(ana)
  alone.send(new Uint8Array([MESSAGE.queryAwareness]))
  await alone.settled()
  expect(alone.frames.filter((frame) => frame.kind === 'awareness')).toHaveLength(1)
  expect(presenceOf(alone)).toEqual(new Map())
})

test('[R14] a viewer cannot rename, remove or invent others', async () => {
  const { ana, ben, joined } = await scene({ role: 'viewer' })
  const [forger, victim, witness] = [await joined(ana), await joined(ben), await joined(ben)]
  victim.sendAwareness([[21, 1, { mood: 'good' }]])
  await present(witness, 21)
  forger.sendAwareness([[11, 1, {}]])
  forger.sendAwareness([
    [21, 9_000_000_000, { user: { name: 'Nobody' } }],
    ...Array.from({ length: 200 }, (_, index) => [1000 + index, 1, { user: { name: 'Ghost' } }] as const),
    [11, 2, { told: true }],
  ])
  forger.sendAwareness([[21, 9_000_000_001, null]])
  await eventually('the forger is heard', () => presenceOf(witness).get(11)?.['told'])
  expect([...presenceOf(witness).keys()].toSorted((a, b) => a - b)).toEqual([11, 21])
  expect(presenceOf(witness).get(21)).toMatchObject({ mood: 'good', user: { name: 'Ben' } })
})

test('[R14] the first client id a connection names is the only one it may speak for', async () => {
  const { ana, ben, joined } = await scene()
  const [first, second] = [await joined(ana), await joined(ben)]
  first.sendAwareness([[11, 1, {}]])
  first.sendAwareness([[12, 1, {}]])
  first.sendAwareness([[11, 2, { moved: true }]])
  await eventually('the second word', () => presenceOf(second).get(11)?.['moved'])
  expect(presenceOf(second).has(12)).toBe(false)
})

test('[R14] nobody can be present under an id somebody else has written with', async () => {
  const { ana, ben, joined } = await scene()
  const author = writer()
  const [first, second] = [await joined(ana), await joined(ben)]
  first.sendUpdate(author.write('mine'))
  await first.acked(1)
  second.sendAwareness([
    [author.doc.clientID, 1, {}],
    [22, 1, {}],
  ])
  await present(first, 22)
  expect(presenceOf(first).has(author.doc.clientID)).toBe(false)
})

test('[R14] what is too large to be a caret is not passed on', async () => {
  const { ana, ben, joined } = await scene()
  const [first, second] = [await joined(ana), await joined(ben)]
  first.sendAwareness([[11, 1, { novel: 'x'.repeat(10_000) }]])
  first.sendAwareness([[11, 2, { caret: true }]])
  expect(await present(second, 11)).toMatchObject({ caret: true })
  expect(presenceOf(second).get(11)).not.toHaveProperty('novel')
})

test('[R14] who joins is told who is here, not of itself', async () => {
  const { ana, ben, joined, wire } = await scene()
  const first = await joined(ana)
  first.sendAwareness([[11, 1, {}]])
  const second = await wire(ben)
  second.sendStep1()
  second.sendAwareness([[22, 1, {}]])
  await present(second, 11)
  await present(first, 22)
  expect(presenceOf(second).has(22)).toBe(false)
})

test('[R15] who leaves is gone for everybody within a second', async () => {
  const { ana, ben, joined } = await scene()
  const [first, second] = [await joined(ana), await joined(ben)]
  first.sendAwareness([[11, 1, {}]])
  await present(second, 11)
  const left = performance.now()
  first.close()
  await eventually('she is gone', () => presenceOf(second).get(11) === null)
  expect(performance.now() - left).toBeLessThan(1000)
})

test('[R15] who is sent away is gone for everybody, though the line never says goodbye', async () => {
  const { ana, ben, joined, journal } = await scene()
  const [first, second] = [await joined(ana), await joined(ben)]
  first.sendAwareness([[11, 1, {}]])
  await present(second, 11)
  first.pause()
  await call(ben, { method: 'DELETE', path: `/api/journals/${journal.id}/members/${ana.id}` })
  await eventually('she is gone', () => presenceOf(second).get(11) === null, 1000)
  expect(first.isOpen).toBe(true)
  first.resume()
})

test('[R15] who comes back after a cut with the same id and clock is seen at once', async () => {
  const { ana, ben, joined } = await scene()
  const [first, second] = [await joined(ana), await joined(ben)]
  first.sendAwareness([[11, 1, { round: 1 }]])
  await present(second, 11)
  first.close()
  await eventually('she is gone', () => presenceOf(second).get(11) === null)
  const again = await joined(ana)
  again.sendAwareness([[11, 1, { round: 2 }]])
  expect(await present(second, 11)).toMatchObject({ round: 2 })
})

test('[R15] who comes back before the old line is known to be dead takes its place', async () => {
  const { ana, ben, joined } = await scene()
  const [halfDead, second] = [await joined(ana), await joined(ben)]
  halfDead.sendAwareness([[11, 5, { round: 1 }]])
  await present(second, 11)
  const again = await joined(ana)
  again.sendAwareness([[11, 6, { round: 2 }]])
  await eventually('the new one is heard', () => presenceOf(second).get(11)?.['round'] === 2)
  halfDead.close()
  again.sendAwareness([[11, 7, { round: 3 }]])
  await eventually('the next word', () => presenceOf(second).get(11)?.['round'] === 3)
  expect([...presenceOf(second).keys()]).toEqual([11])
})

test('[R15] two stock clients see each other come and go', async () => {
  const { ana, ben, stock } = await scene()
  const [first, second] = [await stock(ana), await stock(ben)]
  const names = () => [...second.provider.awareness.getStates().values()].map((state) => (state['user'] as { name: string } | undefined)?.name)
  await eventually('Ben sees Ana', () => names().includes('Ana'))
  first.close()
  await eventually('Ana is gone', () => !names().includes('Ana'))
  expect(second.provider.wsconnected).toBe(true)
})
