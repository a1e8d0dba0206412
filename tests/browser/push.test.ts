/** Push with a real worker in a real browser: turned on in the settings, told by the server, shown by the worker, and leading to the journal. What the browser maker's push service does is a service of the test. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PushMessage, PushTarget } from '@tandem/shared/contracts/push.ts'
import { newId } from '@tandem/shared/ids.ts'
import { words } from '@tandem/client/words/words.ts'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../contracts/store.ts'
import { beside } from '../http/every-failure.ts'
import { eventually } from '../support/eventually.ts'
import { succeed } from '../support/people.ts'
import { openPushService } from '../told/push-service.ts'
import { inspect } from './inspect-screen.ts'
import { personOf } from './outside.ts'
import { openScene, type Visitor } from './scene.ts'
import { pairOnScreen } from './screen-steps.ts'

const say = words.telling.push

/** Gives the browser an address at the test's push service: its own is somewhere on the internet. */
async function subscribesAt({ context }: Visitor, target: PushTarget): Promise<void> {
  await context.grantPermissions(['notifications'])
  await context.addInitScript(({ endpoint, p256dh, auth }) => {
    const KEPT = 'subscribed-with'
    const subscriptionFor = (key: string) => ({
      endpoint,
      options: { applicationServerKey: Uint8Array.from(atob(key.replaceAll('-', '+').replaceAll('_', '/')), (each) => each.charCodeAt(0)).buffer },
      toJSON: () => ({ endpoint, keys: { p256dh, auth } }),
      unsubscribe: () => {
        sessionStorage.removeItem(KEPT)
        return Promise.resolve(true)
      },
    })
    Object.assign(PushManager.prototype, {
      getSubscription: () => {
        const key = sessionStorage.getItem(KEPT)
        return Promise.resolve(key === null ? null : subscriptionFor(key))
      },
      subscribe: ({ applicationServerKey: key }: { applicationServerKey: string }) => {
        sessionStorage.setItem(KEPT, key)
        return Promise.resolve(subscriptionFor(key))
      },
    })
  }, target)
}

/** As the browser does when its push service has something for the worker. */
async function deliver(page: Page, message: PushMessage): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  const registered = new Promise<string>((resolve) => {
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [first] = registrations
      if (first) resolve(first.registrationId)
    })
  })
  await devtools.send('ServiceWorker.enable')
  const registrationId = await registered
  await devtools.send('ServiceWorker.deliverPushMessage', { origin: new URL(page.url()).origin, registrationId, data: JSON.stringify(message) })
  await devtools.detach()
}

const shown = (page: Page) =>
  page.evaluate(async () => {
    const notifications = await (await navigator.serviceWorker.ready).getNotifications()
    return notifications.map(({ title, body, tag }) => ({ title, body, tag }))
  })

/** Where a press on what is shown leads: the browser opens windows for a real press only, so this reads what the worker asks it for. */
const pressed = ({ context }: Visitor) =>
  context.serviceWorkers()[0]?.evaluate(async () => {
    const worker = globalThis as unknown as ServiceWorkerGlobalScope
    const [notification] = await worker.registration.getNotifications()
    if (!notification) return undefined
    return new Promise<string>((resolve) => {
      Object.assign(Clients.prototype, { openWindow: (path: string) => Promise.resolve(resolve(path)) })
      Object.assign(WindowClient.prototype, { focus: () => Promise.resolve(resolve('the page that is open')) })
      worker.dispatchEvent(new NotificationEvent('notificationclick', { notification }))
    })
  })

test('a device is turned on, shows what happened without a word of the journal, leads there, and is turned off', { timeout: 240_000 }, async () => {
  const service = await openPushService()
  const certificate = join(await temporaryFolder(), 'push-service.pem')
  await writeFile(certificate, service.certificate)
  await using scene = await openScene({ PUSH_SERVICES: service.host, NODE_EXTRA_CA_CERTS: certificate }, { isWhole: true })
  const [ben, ana] = [await scene.arrive('Ben'), await scene.arrive('Ana')]
  await subscribesAt(ben, service.subscribe('bens'))
  await pairOnScreen(ben, ana, { title: 'Ana & Ben', template: 'blank' })
  const journal = new URL(ben.page.url()).pathname.split('/')[2] ?? ''
  const idOf = async (visitor: Visitor) => (await succeed<{ id: string }>(await personOf(visitor), { path: '/api/me' })).body.id
  const [bens, anas] = [await idOf(ben), await idOf(ana)]

  await ben.page.goto('/settings#notifications')
  await ben.page.getByText(say.off).waitFor()
  await ben.page.getByRole('button', { name: say.turnOn }).click()
  await ben.page.getByText(say.isOn).waitFor()
  await inspect(ben.page, 'settings with push')

  beside(scene.server, (database) => {
    database.exec('update push_targets set created_at = 1')
    const row = database.prepare('insert into notices (id, person_id, journal_id, kind, key, by_person, at, words) values (?, ?, ?, ?, ?, ?, ?, ?)')
    row.run(newId(), bens, journal, 'comment', newId(), anas, Date.now() - 120_000, 'Could it be Friday?')
  })
  // It looks at once when it starts.
  await scene.server.restart()
  const { message } = await eventually('the message', () => service.arrived[0], 60_000)
  await deliver(ben.page, message)
  await expect.poll(() => shown(ben.page)).toEqual([{ title: 'Tandem', body: 'Ana commented', tag: journal }])
  // A newer one takes its place.
  await deliver(ben.page, { ...message, body: '2 things are new to you' })
  await expect.poll(() => shown(ben.page)).toEqual([{ title: 'Tandem', body: '2 things are new to you', tag: journal }])
  expect(await pressed(ben)).toBe(`/j/${journal}`)
  await expect.poll(() => shown(ben.page)).toEqual([])
  await ben.page.goto(`/j/${journal}`)
  await deliver(ben.page, message)
  await expect.poll(() => shown(ben.page)).toHaveLength(1)
  expect(await pressed(ben)).toBe('the page that is open')

  await ben.page.goto('/settings#notifications')
  await ben.page.getByRole('button', { name: say.turnOff }).click()
  await ben.page.getByText(say.off).waitFor()
  await ben.context.clearPermissions()
  expect(scene.problems()).toEqual([])
})
