/** Push as it goes over the line: encrypted, signed, only to where it may, and from the real server through a crash. */
import { createECDH } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { webPushPost } from '@tandem/server/notifications/push/web-push-post.ts'
import type { NotificationSettings } from '@tandem/shared/contracts/notification-settings.ts'
import { type JournalId, newId } from '@tandem/shared/ids.ts'
import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../contracts/store.ts'
import { beside } from '../http/every-failure.ts'
import { eventually } from '../support/eventually.ts'
import { pair, succeed } from '../support/people.ts'
import { startServer } from '../support/server.ts'
import { MINUTE } from './mail-scene.ts'
import { pushScene } from './push-scene.ts'
import { decrypt, openPushService } from './push-service.ts'

test('[N26] a message is signed for its service, short-lived, and nothing but the device can read it', async () => {
  const { ana, device, tellAna, pass, service, keys } = await pushScene()
  const { target } = await device(ana, 'phone')
  await tellAna()
  await pass(2 * MINUTE)
  const [first] = service.arrived
  expect(first?.claims).toMatchObject({ aud: new URL(target.endpoint).origin, sub: 'mailto:tandem@example.org' })
  expect(first?.claims.exp).toBeLessThanOrEqual(Date.now() / 1000 + 24 * 60 * 60)
  expect(first?.headers).toMatchObject({ ttl: '86400', urgency: 'normal', 'content-encoding': 'aes128gcm', 'content-length': '4096' })
  expect(first?.headers['authorization']).toContain(`k=${keys.publicKey}`)
})

test('[N26] the tests read what arrives as the standard’s own example is read (RFC 8291, section 5)', () => {
  const own = 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4'
  const message =
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN'
  const browser = createECDH('prime256v1')
  browser.setPrivateKey(Buffer.from('q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94', 'base64url'))
  const keys = { own: Buffer.from(own, 'base64url'), auth: Buffer.from('BTBZMqHH6r4Tts7J_aSIgg', 'base64url') }
  const words = decrypt(Buffer.from(message, 'base64url'), { ...keys, secretWith: (other) => browser.computeSecret(other) })
  expect(words).toBe('When I grow up, I want to be a watermelon')
})

test('[N26] a name that leads into a private network is not followed there', async () => {
  const { keys, service, scene } = await pushScene()
  const { endpoint, ...secrets } = service.subscribe('phone')
  const post = webPushPost({ keys, contact: 'mailto:tandem@example.org', services: { hosts: ['localhost'], mayBePrivate: false }, now: scene.clock.now })
  onTestFinished(() => post.close())
  const message = { title: 'Tandem', body: 'Ben commented', journal: newId() as JournalId, path: '/', language: 'en' }
  // Its port alone would be refused already.
  expect(await post.hand({ endpoint, ...secrets }, message)).toEqual({ kind: 'gone' })
  expect(await post.hand({ endpoint: 'https://localhost/', ...secrets }, message)).toMatchObject({
    kind: 'refused',
    reason: 'The push service is in a private network.',
  })
  expect(service.handedIn).toBe(0)
})

test('[N23] a device is told over the real calls, through a crash, once; the settings say so, and turning it off ends it', async () => {
  const service = await openPushService()
  const folder = await temporaryFolder()
  const certificate = join(folder, 'push-service.pem')
  await writeFile(certificate, service.certificate)
  await using server = await startServer({ env: { PUSH_SERVICES: service.host, NODE_EXTRA_CA_CERTS: certificate } })
  const { ben, journal } = await pair(server.address)
  const pushOf = async () => (await succeed<NotificationSettings>(ben, { path: '/api/me/notifications' })).body.push
  expect(await pushOf()).toMatchObject({ isOn: false, others: 0, last: null })
  await succeed(ben, { path: '/api/me/push', body: service.subscribe('bens') })
  expect(await pushOf()).toMatchObject({ isOn: true, others: 0, last: null })
  service.mood = 503
  beside(server, (database) => {
    database.exec('update push_targets set created_at = 1')
    const row = database.prepare('insert into notices (id, person_id, journal_id, kind, key, at, words) values (?, ?, ?, ?, ?, ?, ?)')
    row.run(newId(), ben.id, journal.id, 'due', newId(), Date.now() - 2 * MINUTE, 'Draft the RFC')
  })
  await server.restart()
  await eventually('the service refused it', async () => (await pushOf()).last?.trouble)
  await server.kill()
  service.mood = 201
  // What was put off is due later: now it is.
  beside(server, (database) => database.exec('update pushes set next_at = 1'))
  await server.restart()
  await eventually('the message', () => service.arrived[0])
  await eventually('it is noted', async () => (await pushOf()).last?.state === 'sent')
  await server.kill()
  await server.restart()
  expect(await pushOf()).toMatchObject({ isOn: true, last: { state: 'sent', trouble: null } })
  expect(service.arrived.map(({ message }) => message.body)).toEqual(['An action of yours is due'])
  expect(server.output()).not.toContain('/send/bens')
  await succeed(ben, { method: 'DELETE', path: '/api/me/push' })
  expect(await pushOf()).toMatchObject({ isOn: false })
})
