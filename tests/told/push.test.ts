/** Push: when a device is told of a journal, what it is told, and that it is told once. A real push service takes it by https, the clock is moved. */
import { setLevel } from '@tandem/server/notifications/notices.ts'
import { claimPush } from '@tandem/server/notifications/push/push-queue.ts'
import { changeWishes } from '@tandem/server/notifications/wishes.ts'
import { expect, test } from 'vitest'
import { HOUR, MINUTE } from './mail-scene.ts'
import { pushScene } from './push-scene.ts'

test('[N22] every device of a person is told after a minute, the next time after ten; a newer message takes the place of the older one', async () => {
  const { ana, ben, journal, device, tellAna, pass, service } = await pushScene()
  await device(ana, 'phone')
  await device(ana, 'laptop')
  await device(ben, 'bens')
  await tellAna('First words.')
  await pass(50_000)
  expect(service.arrived).toEqual([])
  await pass(15_000)
  expect(service.arrived.map(({ path }) => path).toSorted()).toEqual(['/send/laptop', '/send/phone'])
  await tellAna('Second words.')
  await pass(8 * MINUTE)
  expect(service.arrived).toHaveLength(2)
  await pass(3 * MINUTE)
  expect(service.arrived).toHaveLength(4)
  expect(service.arrived.at(-1)?.message).toMatchObject({ body: '2 things are new to you', path: `/j/${journal}` })
  expect(new Set(service.arrived.map(({ headers }) => headers['topic']))).toEqual(new Set([journal.replaceAll('-', '')]))
  await pass(48 * HOUR)
  expect(service.arrived).toHaveLength(4)
})

test('[N22] nothing of a quiet kind, of a journal that is for the inbox only or muted, of what was read, or of what was told before the device was there', async () => {
  const { ana, journal, device, tellAna, readAll, pass, service, db, scene } = await pushScene()
  await tellAna('Before.')
  await pass(HOUR)
  await device(ana, 'phone')
  await pass(HOUR)
  await changeWishes(db(), ana, { quiet: ['comment'] }, scene.clock.now())
  await tellAna('Quiet.')
  await pass(HOUR)
  await changeWishes(db(), ana, { quiet: [] }, scene.clock.now())
  await readAll()
  for (const level of ['inbox', 'none'] as const) {
    await setLevel(db(), { person: ana, journal }, level)
    await tellAna(level)
    await pass(HOUR)
    await readAll()
  }
  await setLevel(db(), { person: ana, journal }, 'all')
  await tellAna('Read in time.')
  await pass(30_000)
  await readAll()
  await pass(HOUR)
  expect(service.handedIn).toBe(0)
  await tellAna('Not read.')
  await pass(2 * MINUTE)
  expect(service.arrived).toHaveLength(1)
})

test('[N23] what waits when the process ends is told by the next one, once, unless it was read meanwhile', async () => {
  const { ana, device, tellAna, readAll, pass, restart, service } = await pushScene()
  await device(ana, 'phone')
  service.mood = 503
  await tellAna()
  await pass(2 * MINUTE)
  await restart()
  service.mood = 201
  await pass(HOUR)
  await restart()
  await pass(HOUR)
  expect(service.arrived).toHaveLength(1)
  service.mood = 503
  await tellAna()
  await pass(2 * MINUTE)
  await readAll()
  service.mood = 201
  await pass(HOUR)
  expect(service.arrived).toHaveLength(1)
})

test('[N23] a message that was being handed in when the process ended, or whose line broke, is not handed in again', async () => {
  const { ana, device, tellAna, pass, restart, service, states, db, scene } = await pushScene()
  await device(ana, 'phone')
  service.mood = 503
  await tellAna()
  await pass(2 * MINUTE)
  scene.clock.move(HOUR)
  const claims = await Promise.all(Array.from({ length: 4 }, () => claimPush(db(), new Set(), scene.clock.now())))
  expect(claims.flatMap((claim) => claim ?? [])).toHaveLength(1)
  await restart()
  service.mood = 201
  await pass(HOUR)
  expect(await states()).toMatchObject([{ state: 'doubtful' }])
  service.mood = 'drop'
  await tellAna()
  await pass(2 * MINUTE)
  service.mood = 201
  await pass(HOUR)
  expect(await states()).toMatchObject([{ state: 'doubtful' }, { state: 'doubtful' }])
  expect(service.arrived).toEqual([])
})

test('[N23] a service that wants to be left alone is, for as long as it says, and at last it is given up, with the reason', async () => {
  const { ana, device, tellAna, pass, service, states } = await pushScene()
  await device(ana, 'phone')
  service.mood = 429
  service.retryAfter = '7200'
  await tellAna()
  await pass(2 * MINUTE)
  await pass(HOUR)
  expect(service.handedIn).toBe(1)
  await pass(HOUR)
  expect(service.handedIn).toBe(2)
  service.retryAfter = undefined
  for (let hours = 0; hours < 23; hours += 1) await pass(HOUR)
  const [state] = await states()
  expect(state).toMatchObject({ state: 'failed', attempts: 6, trouble: '429 not now' })
  service.mood = 403
  await tellAna()
  await pass(2 * MINUTE)
  expect((await states())[1]).toMatchObject({ state: 'failed', attempts: 1, trouble: '403 not now' })
})

test.for([404, 410])('[N23] a device the service knows no more (%i) is forgotten, and another of the same person is told', async (status) => {
  const { ana, device, tellAna, pass, service, targets } = await pushScene()
  await device(ana, 'old')
  service.mood = status
  await tellAna()
  await pass(2 * MINUTE)
  expect(await targets()).toEqual([])
  service.mood = 201
  await device(ana, 'new')
  await tellAna()
  await pass(HOUR)
  expect(service.arrived.map(({ path }) => path)).toEqual(['/send/new'])
})

test('[N24] no words of the journal, until the person allows them', async () => {
  const { ana, journal, device, tellAna, readAll, pass, service, db, scene } = await pushScene()
  await device(ana, 'phone')
  await tellAna()
  await pass(2 * MINUTE)
  expect(service.arrived[0]?.message).toEqual({ title: 'Tandem', body: 'Ben commented', journal, path: `/j/${journal}`, language: 'en' })
  await readAll()
  await changeWishes(db(), ana, { pushWords: true, language: 'de' }, scene.clock.now())
  await tellAna()
  await pass(HOUR)
  expect(service.arrived[1]?.message).toMatchObject({ title: 'Ana and Ben', body: 'Ben hat kommentiert: Two days is tight for me.', language: 'de' })
})

test('[N25] whoever has signed out, left, or handed their browser to somebody else is told nothing there', async () => {
  const { ana, ben, journal, device, tellAna, pass, service, scene, targets } = await pushScene()
  const phone = await device(ana, 'phone')
  const laptop = await device(ana, 'laptop')
  service.mood = 503
  await tellAna()
  await pass(2 * MINUTE)
  service.mood = 201
  phone.end()
  await device(ben, 'laptop', laptop.target)
  await pass(HOUR)
  expect(service.arrived).toEqual([])
  expect(await targets()).toEqual([{ endpoint: laptop.target.endpoint }])
  await device(ana, 'third')
  await tellAna()
  await scene.leave(journal, ana)
  await pass(HOUR)
  expect(service.arrived).toEqual([])
})
