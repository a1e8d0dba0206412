/** Who may join, and what they are sent. */
import { FAILURES, type FailureCode } from '@tandem/shared/failure.ts'
import { newId } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { eventually } from '../support/eventually.ts'
import { call, createJournal, signUp } from '../support/people.ts'
import { readStoredLog } from '../support/stored-log.ts'
import { openWire, refusedUpgrade } from '../support/wire-client.ts'
import { textOf, useServer, writer } from './scene.ts'

const scene = useServer()

test('[R1] a member joins with a cookie or with a bearer token', async () => {
  const { ana, ben, joined, journal } = await scene()
  expect((await joined(ana)).isOpen).toBe(true)
  const { headers } = await call(ben.address, { path: '/api/auth/sign-in/email', body: { email: ben.email, password: 'correct horse battery' } })
  const token = headers.get('set-auth-token') ?? ''
  const withToken = await joined({ ...ben, cookie: '' }, { headers: { authorization: `Bearer ${token}` } })
  expect(withToken.isOpen).toBe(true)
  expect(journal.documentId).not.toBe(journal.id)
})

test('[R1] frames sent in the very turn of the upgrade are heard', async () => {
  const { ana, wire } = await scene()
  const client = await wire(ana)
  client.sendUpdate(writer().write('first'))
  await client.acked(1)
  expect(client.frames.some((frame) => frame.kind === 'refused')).toBe(false)
})

test('[R1] a page of another site is refused, a program without an Origin is not', async () => {
  const { ana, journal, wire } = await scene()
  expect(await refusedUpgrade(ana, journal, { headers: { origin: 'https://elsewhere.example' } })).toMatchObject(refusalOf('foreign-origin'))
  expect(await refusedUpgrade(ana, journal, { headers: { 'sec-fetch-site': 'cross-site' } })).toMatchObject(refusalOf('foreign-origin'))
  expect((await wire(ana, { headers: { origin: undefined } })).isOpen).toBe(true)
})

test('[R2] somebody who is not signed in is refused with signed-out', async () => {
  const { ana, journal } = await scene()
  expect(await refusedUpgrade({ ...ana, cookie: '' }, journal)).toMatchObject(refusalOf('signed-out'))
  expect(await refusedUpgrade({ ...ana, cookie: 'tandem.session_token=forged' }, journal)).toMatchObject(refusalOf('signed-out'))
})

test('[R2] an unknown document, a stranger’s and a malformed id look the same', async () => {
  const { ana, journal, server } = await scene()
  const stranger = await signUp(server.address, 'Stranger')
  expect(await refusedUpgrade(stranger, journal)).toMatchObject(refusalOf('unknown-document'))
  expect(await refusedUpgrade(ana, { documentId: newId() })).toMatchObject(refusalOf('unknown-document'))
  expect(await refusedUpgrade(ana, { documentId: 'no-id' })).toMatchObject(refusalOf('unknown-document'))
  expect(await refusedUpgrade(ana, { documentId: journal.id })).toMatchObject(refusalOf('unknown-document'))
})

test('[R2] an upgrade elsewhere is an unknown route', async () => {
  const { ana } = await scene()
  expect(await refusedUpgrade(ana, { documentId: `${newId()}/more` })).toMatchObject(refusalOf('unknown-route'))
})

test('[R1] a client of an older or unknown schema is refused, one without is taken as the newest', async () => {
  const { ana, journal, wire } = await scene()
  expect(await refusedUpgrade(ana, journal, { schema: '0' })).toMatchObject(refusalOf('schema-too-old'))
  expect(await refusedUpgrade(ana, journal, { schema: '999' })).toMatchObject(refusalOf('schema-unknown'))
  expect(await refusedUpgrade(ana, journal, { schema: 'new' })).toMatchObject(refusalOf('schema-unknown'))
  expect((await wire(ana, { schema: '1' })).isOpen).toBe(true)
})

test('[R1] a page that holds the words of one person is refused under the cookie of another', async () => {
  const { ana, ben, journal, wire } = await scene()
  expect(await refusedUpgrade(ben, journal, { holder: ana.id })).toMatchObject(refusalOf('signed-out'))
  expect((await wire(ana, { holder: ana.id })).isOpen).toBe(true)
})

test('[R1] connecting creates nothing', async () => {
  const { ana, journal, server, joined } = await scene()
  const before = readStoredLog(server.dataDir, journal.documentId).length
  const documentId = newId()
  await refusedUpgrade(ana, { documentId })
  await joined(ana)
  expect(readStoredLog(server.dataDir, documentId)).toEqual([])
  expect(readStoredLog(server.dataDir, journal.documentId)).toHaveLength(before)
})

test('[R11] a cold join is synced only when everything is there', async () => {
  const { ana, ben, joined, wire } = await scene()
  const author = writer()
  const first = await joined(ana)
  for (let line = 0; line < 50; line++) first.sendUpdate(author.write(`line ${line}\n`))
  await first.acked(50)
  const second = await wire(ben)
  await second.join()
  expect(second.frames.at(-1)?.kind).toBe('step2')
  expect(textOf(second.doc)).toBe(author.text())
})

test('[R11] a journal is whole for who comes while somebody is writing', async () => {
  const { ana, ben, joined } = await scene()
  const author = writer()
  const first = await joined(ana)
  const joining: Promise<Awaited<ReturnType<typeof joined>>>[] = []
  for (let line = 0; line < 300; line++) {
    first.sendUpdate(author.write(`line ${line}\n`))
    if (line % 100 === 50) joining.push(joined(ben))
  }
  await first.acked(300)
  for (const client of await Promise.all(joining)) {
    await eventually('the last line', () => textOf(client.doc).length >= author.text().length)
    expect(textOf(client.doc)).toBe(author.text())
  }
})

test('[R12] a warm join brings what was written and deleted meanwhile', async () => {
  const { ana, ben, joined, wire } = await scene()
  const author = writer()
  const first = await joined(ana)
  first.sendUpdate(author.write('one two'))
  const before = await joined(ben)
  await before.heard('the words', () => textOf(before.doc) === 'one two')
  before.close()
  first.sendUpdate(author.erase(4))
  first.sendUpdate(author.write(' three'))
  await first.acked(3)

  const after = await wire(ben)
  Y.applyUpdate(after.doc, Y.encodeStateAsUpdate(before.doc))
  await after.join(Y.encodeStateVector(before.doc))
  expect(textOf(after.doc)).toBe('one three')
})

test('[R11] a journal of a template is there for the first who joins', async () => {
  const { ben, server } = await scene()
  const journal = await createJournal(ben, { template: 'fresh-start' })
  const client = await openWire(ben, journal)
  await client.join()
  expect(client.doc.getMap('pages').size).toBe(1)
  expect(readStoredLog(server.dataDir, journal.documentId)[0]?.author).toBe('tandem')
  client.close()
})

function refusalOf(code: FailureCode): { status: number; code: FailureCode } {
  return { status: FAILURES[code].status, code }
}
