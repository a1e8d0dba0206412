/** The log of a first day at its most talkative: it tells what happened by ids and codes, and nothing that people wrote, are called or keep secret. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writer } from '../relay/scene.ts'
import { eventually } from '../support/eventually.ts'
import { accept, call, createJournal, invite, joinByName, PASSWORD, signInAgain, signUp, succeed, tokenOf } from '../support/people.ts'
import { startServer } from '../support/server.ts'
import { stopWrites } from '../support/stop-writes.ts'
import { openWire, refusedUpgrade } from '../support/wire-client.ts'

/** Words that occur nowhere else. */
const SECRET_WORDS = {
  title: 'Zugspitze-Quarterly',
  newTitle: 'Matterhorn-Biweekly',
  owner: 'Benedictine Quux',
  joiner: 'Anastasia Xylophone',
  other: 'Cleopatra Wombat',
  words: 'mississippi-confession ',
  held: 'kilimanjaro-secret ',
  garbage: 'unreadable-hippopotamus',
  presence: 'Presence Platypus',
  keptEmail: 'kept.person@private.example',
  keptPassword: 'a password to keep 42',
  wrongPassword: 'not-the-password-99',
  query: 'secret-in-a-query',
  path: 'secret-in-a-path',
}

test('a first day leaves no word, name, e-mail, token or secret in the log', async () => {
  await using server = await startServer({ env: { LOG_LEVEL: 'debug' } })
  const { address } = server
  const secrets = new Set<string>(Object.values(SECRET_WORDS).map((word) => word.trim()))

  // People, journals and invitations, and what goes wrong with them.
  const ben = await signUp(address, SECRET_WORDS.owner)
  const benAgain = await signInAgain(ben)
  await call(address, { path: '/api/auth/sign-in/email', body: { email: ben.email, password: SECRET_WORDS.wrongPassword } })
  const journal = await createJournal(ben, { title: SECRET_WORDS.title, template: 'fresh-start' })
  await succeed(ben, { method: 'PATCH', path: `/api/journals/${journal.id}`, body: { title: SECRET_WORDS.newTitle } })
  const links = [await invite(ben, journal, { seat: 'mentee', role: 'editor' }), await invite(ben, journal, { seat: 'third', role: 'viewer' })] as const
  await call(address, { path: `/api/invitations/${tokenOf(links[0])}` })
  const ana = await joinByName(address, links[0], SECRET_WORDS.joiner)
  await call(address, { path: `/api/invitations/${tokenOf(links[0])}/accept`, body: { name: SECRET_WORDS.other } })
  const cleo = await signUp(address, SECRET_WORDS.other)
  await accept(cleo, links[1])
  await succeed(ana, { path: '/api/me/keep', body: { email: SECRET_WORDS.keptEmail, password: SECRET_WORDS.keptPassword } })
  await call(address, { path: `/join/${tokenOf(links[0])}?q=${SECRET_WORDS.query}` })
  await call(address, { path: `/api/${SECRET_WORDS.path}?q=${SECRET_WORDS.query}` })
  await call(ben, { path: '/api/journals', body: { title: SECRET_WORDS.title, seat: SECRET_WORDS.garbage } })
  await call(address, { path: '/api/me', headers: { authorization: `Bearer ${SECRET_WORDS.query}`, cookie: `${ben.cookie}x` } })

  // Words through the socket: taken, refused, garbled, and while nothing can be stored.
  const client = await openWire(ben, journal)
  await client.join()
  const author = writer()
  client.sendUpdate(author.write(SECRET_WORDS.words))
  await client.acked(1)
  client.sendAwareness([[author.doc.clientID, 1, { user: { name: SECRET_WORDS.presence } }]])
  const reader = await openWire(cleo, journal)
  await reader.join()
  reader.sendUpdate(writer().write(SECRET_WORDS.words))
  await reader.refused('read-only')
  const release = stopWrites(server)
  client.sendUpdate(author.write(SECRET_WORDS.held))
  await client.refused('cannot-store')
  await call(ben, { path: '/api/journals', body: { title: SECRET_WORDS.title, seat: 'mentor' } })
  release()
  await client.acked(2)
  await eventually('calls can store again too', async () => (await call(address, { path: '/api/ready' })).status === 200)
  reader.sendText(SECRET_WORDS.garbage)
  await reader.closed()
  await refusedUpgrade({ address, cookie: '' }, journal)
  await succeed(ben, { method: 'DELETE', path: `/api/journals/${journal.id}/members/${cleo.id}` })
  await call(benAgain, { path: '/api/auth/sign-out', body: {} })
  client.close()

  for (const person of [ben, benAgain, ana, cleo]) for (const part of person.cookie.split('; ')) secrets.add(part.split('=')[1] ?? '')
  for (const person of [ben, cleo]) secrets.add(person.email)
  for (const link of links) secrets.add(tokenOf(link))
  secrets.add(PASSWORD)
  secrets.add((await readFile(join(server.dataDir, 'sign-in-secret'), 'utf8')).trim())
  expect(await server.stop()).toBe(0)

  const log = server.output()
  const told = log.toLowerCase()
  const leaked = [...secrets].filter((secret) => secret !== '' && [secret, encodeURIComponent(secret)].some((form) => told.includes(form.toLowerCase())))
  expect(leaked).toEqual([])
  // A template's words are words of a journal, and so is half a word.
  expect(told).not.toMatch(/mississippi|kilimanjaro|hippopotamus|xylophone|wombat|quux|platypus|private\.example|zugspitze|matterhorn/)
})

test('each line is one object with a time and a level, and says by ids what happened', async () => {
  await using server = await startServer({ env: { LOG_LEVEL: 'debug' } })
  const ben = await signUp(server.address, 'Ben')
  const journal = await createJournal(ben)
  const client = await openWire(ben, journal)
  await client.join()
  const release = stopWrites(server)
  client.sendUpdate(writer().write('words'))
  await client.refused('cannot-store')
  release()
  await client.acked(1)
  const refused = await call(server.address, { path: '/api/me' })
  await server.stop()

  const lines = server
    .output()
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('Tandem is ready'))
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  for (const line of lines)
    expect(line).toMatchObject({ time: expect.stringMatching(/^\d{4}-.*Z$/) as string, level: expect.any(Number) as number, msg: expect.any(String) as string })
  const find = (part: Record<string, unknown>) => lines.find((line) => Object.entries(part).every(([key, value]) => line[key] === value))
  expect(find({ msg: 'joined', document: journal.documentId, person: ben.id })).toBeDefined()
  expect(find({ msg: 'left', document: journal.documentId, person: ben.id })).toBeDefined()
  expect(find({ msg: 'entries could not be stored and are tried again', document: journal.documentId })).toMatchObject({ level: 40 })
  expect(find({ msg: 'refused', code: 'signed-out', reqId: refused.headers.get('x-request-id') })).toMatchObject({ route: '/api/me' })
  expect(find({ msg: 'answered', route: '/api/journals', status: 200 })).toBeDefined()
  expect(lines.map((line) => line['msg'])).toEqual(expect.arrayContaining(['started', 'stopping', 'stopped']))
})
