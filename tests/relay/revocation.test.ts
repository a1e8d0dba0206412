/** What changes outside reaches open connections within a second. */
import { expect, test } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { accept, call, invite, pair, signInAgain, signUp } from '../support/people.ts'
import { readStoredLog } from '../support/stored-log.ts'
import { refusedUpgrade, type WireClient } from '../support/wire-client.ts'
import { textOf, useServer, writer } from './scene.ts'

const scene = useServer()
const SOON = 1000

async function within(act: () => Promise<unknown>, fact: () => Promise<unknown>): Promise<void> {
  await act()
  const changed = performance.now()
  await fact()
  expect(performance.now() - changed).toBeLessThan(SOON)
}

function sendAndSee(client: WireClient, author: ReturnType<typeof writer>): Promise<void> {
  client.sendUpdate(author.write('word '))
  return client.refused('read-only')
}

test('[R19] a lowered role takes effect on the open connection, and a raised one asks for what was refused', async () => {
  const { ana, ben, joined, journal, server } = await scene()
  const client = await joined(ana)
  const author = writer()
  client.sendUpdate(author.write('may '))
  await client.acked(1)
  const path = `/api/journals/${journal.id}/members/${ana.id}`
  await within(
    () => call(ben, { method: 'PATCH', path, body: { role: 'viewer' } }),
    () => client.refused('role-changed'),
  )
  await sendAndSee(client, author)
  expect(readStoredLog(server.dataDir, journal.documentId).at(-1)?.author).toBe(ana.id)
  const asked = client.frames.filter((frame) => frame.kind === 'step1').length
  await within(
    () => call(ben, { method: 'PATCH', path, body: { role: 'editor' } }),
    () => eventually('the question', () => client.frames.filter((frame) => frame.kind === 'step1').length > asked),
  )
})

test('[R19] a removed member is sent away from every connection, hears nothing more, and does not come back', async () => {
  const { ana, ben, joined, journal } = await scene()
  const tabs = [await joined(ana), await joined(ana)]
  const owner = await joined(ben)
  await within(
    () => call(ben, { method: 'DELETE', path: `/api/journals/${journal.id}/members/${ana.id}` }),
    async () => {
      for (const tab of tabs) expect(await tab.closed()).toMatchObject({ code: 4404, reason: 'unknown-document' })
    },
  )
  owner.sendUpdate(writer().write('among ourselves'))
  await owner.acked(1)
  expect(tabs.map((tab) => textOf(tab.doc))).toEqual(['', ''])
  expect(await refusedUpgrade(ana, journal)).toMatchObject({ code: 'unknown-document' })
})

test('[R19] somebody who leaves is sent away too, and the others stay', async () => {
  const { ana, ben, joined, journal } = await scene()
  const [leaves, stays] = [await joined(ana), await joined(ben)]
  await within(
    () => call(ana, { method: 'POST', path: `/api/journals/${journal.id}/leave`, body: {} }),
    () => leaves.closed(),
  )
  expect(stays.isOpen).toBe(true)
})

test('[R19] an ended sign-in closes its connections and not those of another browser', async () => {
  const { ben, joined } = await scene()
  const elsewhere = await signInAgain(ben)
  const [here, there] = [await joined(ben), await joined(elsewhere)]
  const { body } = await call(ben, { path: '/api/me/sign-ins' })
  const { signIns } = body as { signIns: { id: string; current: boolean }[] }
  const other = signIns.find((signIn) => !signIn.current)
  await within(
    () => call(ben, { method: 'DELETE', path: `/api/me/sign-ins/${other?.id}` }),
    async () => expect(await Promise.any([there.closed(), here.closed()])).toMatchObject({ code: 4401, reason: 'signed-out' }),
  )
  expect([here.isOpen, there.isOpen].filter(Boolean)).toHaveLength(1)
})

test('[R19] signing out closes the connections of that browser', async () => {
  const { ben, joined } = await scene()
  const client = await joined(ben)
  await within(
    () => call(ben, { path: '/api/auth/sign-out', body: {} }),
    async () => expect(await client.closed()).toMatchObject({ code: 4401 }),
  )
})

test('[R19] a change in one journal disturbs nobody in another', async () => {
  const { ana, ben, joined, journal, server } = await scene()
  const elsewhere = await pair(server.address)
  const client = await joined(ana)
  await call(elsewhere.ben, { method: 'DELETE', path: `/api/journals/${elsewhere.journal.id}/members/${elsewhere.ana.id}` })
  const third = await signUp(server.address, 'Third')
  await accept(third, await invite(ben, journal, { seat: 'third', role: 'viewer' }))
  client.sendUpdate(writer().write('undisturbed'))
  await client.acked(1)
  expect(client.frames.some((frame) => frame.kind === 'refused')).toBe(false)
})
