/** Hostile bytes: refused whole, whatever they are, and nobody else notices. In numbers they come in tests/hostile. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { startServer, type TestServer } from '../support/server.ts'
import { awarenessFrame, type WireClient } from '../support/wire-client.ts'
import { sceneOn, writer } from './scene.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer({ env: { LIMIT_SIGN_INS: '0', LIMIT_CALLS: '0' } })
})
afterAll(async () => {
  await server.stop()
})

test.for<[string, (client: WireClient) => void]>([
  ['an empty frame', (client) => client.send(new Uint8Array())],
  ['text', (client) => client.sendText('hello')],
  ['an unknown type', (client) => client.send(Uint8Array.of(42))],
  ['a type of ours', (client) => client.send(Uint8Array.of(64, 1))],
  ['an unknown sync step', (client) => client.send(Uint8Array.of(0, 9, 0))],
  ['a length beyond the frame', (client) => client.send(Uint8Array.of(0, 2, 200, 1, 0))],
  ['bytes behind the frame', (client) => client.send(Uint8Array.of(0, 2, 2, 0, 0, 7))],
  ['an update that is none', (client) => client.sendUpdate(Uint8Array.of(1, 2, 3))],
  ['a state vector that is none', (client) => client.sendStep1(Uint8Array.of(9, 9))],
  ['awareness that is no JSON', (client) => client.send(Uint8Array.of(1, 4, 1, 5, 1, 123))],
  ['awareness that is a list', (client) => client.send(awarenessFrame([[5, 1, []]]))],
  ['an update in the second encoding', (client) => client.sendUpdate(Y.convertUpdateFormatV1ToV2(writer().write('second encoding')))],
])('[R3] %s is refused and closed', async ([, say]) => {
  const { ana, ben, joined } = await sceneOn(server)
  const [hostile, honest] = [await joined(ana), await joined(ben)]
  say(hostile)
  await hostile.refused('malformed-frame')
  expect(await hostile.closed()).toMatchObject({ code: 4400, reason: 'malformed-frame' })
  honest.sendUpdate(writer().write('goes on'))
  await honest.acked(1)
})
