/** Files of a journal: who may see them, and that none of them is ever taken for a page. */
import { readdir } from 'node:fs/promises'
import { FILES_FOLDER } from '@tandem/server/files/file-names.ts'
import { expect, onTestFinished, test } from 'vitest'
import { call, createJournal, invite, joinByName, pair, signUp, succeed } from '../support/people.ts'
import { startServer } from '../support/server.ts'
import { startS3 } from '../contracts/s3-endpoint.ts'
import { PICTURE, sendFile } from './files.ts'

/** What a browser would take for a page, or for a picture that runs. */
const PAGES = [
  ['page.html', '<!doctype html><script>alert(1)</script>'],
  ['picture.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
  ['picture.png', '<script>alert(1)</script>'],
  ['plan.pdf', '%PDF-1.7'],
] as const

const bytesOf = (text: string) => new TextEncoder().encode(text)

test('a picture is what its bytes are, is shown, and is kept by its reader alone', async () => {
  await using server = await startServer()
  const { ana, ben, journal } = await pair(server.address)
  const file = crypto.randomUUID()
  expect(await sendFile(ben, journal, { file, name: '../Über uns/ «Plan».html' })).toMatchObject({
    status: 200,
    body: { file, name: '.. Über uns  «Plan».html', type: 'image/png', bytes: PICTURE.length },
  })
  const response = await fetch(`${server.address}/api/journals/${journal.id}/files/${file}`, { headers: { cookie: ana.cookie } })
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(PICTURE)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'image/png',
    'content-disposition': "inline; filename*=UTF-8''..%20%C3%9Cber%20uns%20%20%C2%ABPlan%C2%BB.html",
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, max-age=31536000, immutable',
    'cross-origin-resource-policy': 'same-origin',
  })
})

test('with S3_URL a file is in the bucket and nowhere else, and is served from there', async () => {
  const keys = { region: 'eu-central-1', accessKey: 'tandem', secretKey: 'a secret of this test' }
  const bucket = await startS3(keys)
  onTestFinished(bucket.stop)
  await using server = await startServer({
    env: { S3_URL: bucket.url, S3_REGION: keys.region, S3_ACCESS_KEY: keys.accessKey, S3_SECRET_KEY: keys.secretKey },
  })
  const { ana, ben, journal } = await pair(server.address)
  const file = crypto.randomUUID()
  expect((await sendFile(ben, journal, { file })).status).toBe(200)
  const response = await fetch(`${server.address}/api/journals/${journal.id}/files/${file}`, { headers: { cookie: ana.cookie } })
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(PICTURE)
  expect(bucket.size()).toBe(1)
  expect(await readdir(server.dataDir)).not.toContain(FILES_FOLDER)
})

test.each(PAGES)('[F5] %s is only ever downloaded', async (name, text) => {
  await using server = await startServer()
  const ben = await signUp(server.address, 'Ben')
  const journal = await createJournal(ben)
  const { body } = await sendFile(ben, journal, { name, bytes: bytesOf(text) })
  const answer = await call(ben, { path: `/api/journals/${journal.id}/files/${(body as { file: string }).file}` })
  expect(answer.headers.get('content-type')).toBe('application/octet-stream')
  expect(answer.headers.get('content-disposition')).toBe(`attachment; filename*=UTF-8''${name}`)
})

test('sent twice it is kept once; under the same id no other file is', async () => {
  await using server = await startServer()
  const { ana, ben, journal } = await pair(server.address)
  const file = crypto.randomUUID()
  const first = await sendFile(ben, journal, { file })
  expect((await sendFile(ben, journal, { file, name: 'again.png' })).body).toEqual(first.body)
  expect((await sendFile(ben, journal, { file, bytes: bytesOf('other') })).body).toMatchObject({ code: 'id-taken' })
  expect((await sendFile(ana, journal, { file })).body).toMatchObject({ code: 'id-taken' })
})

test('[F6] who is removed, and who was never there, sees no file', async () => {
  await using server = await startServer()
  const ben = await signUp(server.address, 'Ben')
  const journal = await createJournal(ben)
  const cleo = await joinByName(server.address, await invite(ben, journal, { seat: 'third', role: 'viewer' }), 'Cleo')
  const { body } = await sendFile(ben, journal)
  const path = `/api/journals/${journal.id}/files/${(body as { file: string }).file}`
  expect((await call(cleo, { path })).status).toBe(200)
  await succeed(ben, { method: 'DELETE', path: `/api/journals/${journal.id}/members/${cleo.id}` })
  expect((await call(cleo, { path })).body).toMatchObject({ code: 'unknown-journal' })
  // Another journal's address with this file behind it.
  const other = await createJournal(cleo)
  expect((await call(cleo, { path: path.replace(journal.id, other.id) })).body).toMatchObject({ code: 'unknown-file' })
})

test('a page of another site cannot send one, and nothing else but a file may be bytes', async () => {
  await using server = await startServer()
  const ben = await signUp(server.address, 'Ben')
  const journal = await createJournal(ben)
  const query = new URLSearchParams({ file: crypto.randomUUID(), name: 'x' })
  const foreign = await call(ben, { path: `/api/journals/${journal.id}/files?${query}`, body: PICTURE, headers: { origin: 'https://evil.example' } })
  expect(foreign.body).toMatchObject({ code: 'foreign-origin' })
  expect((await call(ben, { path: '/api/journals', body: PICTURE })).status).toBeGreaterThanOrEqual(400)
  expect((await sendFile(ben, journal, { bytes: new Uint8Array() })).body).toMatchObject({ code: 'malformed-input' })
})
