/** Comments: said once whatever the line does, by who said them, changed by nobody else, and live for everybody. */
import type { Comment, Thread } from '@tandem/shared/contracts/comments.ts'
import { COMMENT_LIMIT } from '@tandem/shared/contracts/comments.ts'
import { newId } from '@tandem/shared/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { MARKUP } from '../browser/attack-words.ts'
import { accept, call, createJournal, invite, joinByName, pair, signUp, succeed, type TestJournal, type TestPerson } from '../support/people.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { openWire } from '../support/wire-client.ts'
import { comment } from './rows.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer({ env: { LIMIT_SIGN_INS: '0', LIMIT_CALLS: '0' } })
})
afterAll(() => server.stop())

const pathOf = ({ id }: TestJournal) => `/api/journals/${id}/comments`

interface Margins {
  readonly threads: readonly Thread[]
  readonly unread: readonly string[]
  readonly people: readonly { readonly name: string }[]
}

async function listed(person: TestPerson, journal: TestJournal): Promise<Margins> {
  return (await succeed<Margins>(person, { path: pathOf(journal) })).body
}

async function firstThread(person: TestPerson, journal: TestJournal): Promise<Thread> {
  const [thread] = (await listed(person, journal)).threads
  if (!thread) throw new Error('There is no thread.')
  return thread
}

const words = ({ comments }: Thread): readonly string[] => comments.map((each: Comment) => each.words)
const codeOf = ({ status, body }: { readonly status: number; readonly body: unknown }) => [status, (body as { code?: string }).code]

test('what is said twice, and many times at once, is said once; answers stand in their order', async () => {
  const { ana, ben, journal } = await pair(server.address)
  const first = comment()
  await Promise.all(Array.from({ length: 8 }, () => succeed(ana, { path: pathOf(journal), body: first })))
  for (const said of ['One', 'Two', 'Three']) {
    const answer = comment({ thread: first.thread, anchor: undefined, words: said })
    await succeed(ben, { path: pathOf(journal), body: answer })
  }
  expect(words(await firstThread(ben, journal))).toEqual([first.words, 'One', 'Two', 'Three'])
  expect((await firstThread(ben, journal)).comments.map(({ person }) => person)).toEqual([ana.id, ben.id, ben.id, ben.id])
})

test('nobody comments for another: the author is who called, whatever the body says', async () => {
  const { ana, ben, journal } = await pair(server.address)
  await succeed(ana, { path: pathOf(journal), body: { ...comment(), person: ben.id, at: 1 } })
  expect((await firstThread(ben, journal)).comments[0]?.person).toBe(ana.id)
  const taken = comment()
  await succeed(ana, { path: pathOf(journal), body: taken })
  expect(codeOf(await call(ben, { path: pathOf(journal), body: taken }))).toEqual([409, 'id-taken'])
})

test('a thread of another journal is none here: no answer, no change', async () => {
  const { ana, ben, journal } = await pair(server.address)
  const elsewhere = await createJournal(ben)
  const body = comment()
  await succeed(ana, { path: pathOf(journal), body })
  expect(codeOf(await call(ben, { path: pathOf(elsewhere), body: comment({ thread: body.thread, anchor: undefined }) }))).toEqual([404, 'unknown-thread'])
  const change = { method: 'PATCH', path: `/api/journals/${elsewhere.id}/threads/${body.thread}`, body: { isResolved: true } }
  expect(codeOf(await call(ben, change))).toEqual([404, 'unknown-thread'])
  expect(codeOf(await call(ben, { path: `${pathOf(elsewhere)}/${body.comment}/reactions`, body: { reaction: '👍', isOn: true } }))).toEqual([
    404,
    'unknown-comment',
  ])
  expect((await listed(ben, elsewhere)).threads).toEqual([])
})

test.for([
  ['too long', { words: 'x'.repeat(COMMENT_LIMIT + 1) }, 'words-too-long'],
  ['nothing but spaces', { words: ' \n ' }, 'malformed-input'],
  ['of a stranger', { mentions: ['nobody-here'] }, 'unknown-member'],
  ['of too many', { mentions: Array.from({ length: 21 }, (_, index) => `person-${index}`) }, 'unknown-member'],
  ['without its thread', { anchor: undefined }, 'unknown-thread'],
  ['on an anchor of another shape', { anchor: { kind: 'range', page: 'p' } }, 'malformed-input'],
  ['under no id', { comment: 'x' }, 'unknown-comment'],
] as const)('a comment %s is refused whole', async ([, change, code]) => {
  const { ana, journal } = await pair(server.address)
  expect(codeOf(await call(ana, { path: pathOf(journal), body: comment(change) }))[1]).toBe(code)
  expect((await listed(ana, journal)).threads).toEqual([])
})

test('an anchor that is larger than any page makes is refused', async () => {
  const { ana, journal } = await pair(server.address)
  const quote = { words: 'x'.repeat(1001), prefix: '', suffix: '', twins: 0, others: 0 }
  const body = comment({ anchor: { kind: 'block', page: 'p', block: 'b', quote } })
  expect((await call(ana, { path: pathOf(journal), body })).status).toBe(400)
})

test('a mention of a stranger is refused, of one who has left it is kept', async () => {
  const { ana, ben, journal } = await pair(server.address)
  const stan = await signUp(server.address, 'Stan')
  const cleo = await joinByName(server.address, await invite(ben, journal, { seat: 'third', role: 'commenter' }), 'Cleo')
  expect(codeOf(await call(ana, { path: pathOf(journal), body: comment({ mentions: [stan.id] }) }))).toEqual([404, 'unknown-member'])
  await succeed(cleo, { path: `/api/journals/${journal.id}/leave`, body: {} })
  await succeed(ana, { path: pathOf(journal), body: comment({ mentions: [cleo.id, cleo.id, ben.id] }) })
  expect((await firstThread(ana, journal)).comments[0]?.mentions.toSorted()).toEqual([ben.id, cleo.id].toSorted())
})

test('markup is words: it comes back as it was sent', async () => {
  const { ana, ben, journal } = await pair(server.address)
  const thread = newId()
  for (const each of MARKUP) await succeed(ana, { path: pathOf(journal), body: comment({ thread, words: each }) })
  expect(words(await firstThread(ben, journal))).toEqual(MARKUP.map((each) => each.trim()))
})

test('one’s own comment can be changed and deleted, another’s cannot', async () => {
  const { ana, ben, journal } = await pair(server.address)
  const body = comment()
  await succeed(ana, { path: pathOf(journal), body })
  const path = `${pathOf(journal)}/${body.comment}`
  const change = { method: 'PATCH', path, body: { words: 'Three days would do.', mentions: [ben.id] } }
  expect(codeOf(await call(ben, change))).toEqual([403, 'not-yours'])
  expect(codeOf(await call(ben, { method: 'DELETE', path }))).toEqual([403, 'not-yours'])
  await succeed(ana, change)
  const [edited] = (await firstThread(ben, journal)).comments
  expect(edited).toMatchObject({ words: 'Three days would do.', mentions: [ben.id], isDeleted: false })
  expect(edited?.editedAt).toBeGreaterThan(0)
})

test('a deleted beginning with answers leaves an empty place; without them the thread is gone', async () => {
  const { ana, ben, journal } = await pair(server.address)
  const body = comment()
  const answer = comment({ thread: body.thread, anchor: undefined, words: 'An answer' })
  await succeed(ana, { path: pathOf(journal), body })
  await succeed(ben, { path: pathOf(journal), body: answer })
  await succeed(ben, { path: `${pathOf(journal)}/${body.comment}/reactions`, body: { reaction: '🎉', isOn: true } })
  await succeed(ana, { method: 'DELETE', path: `${pathOf(journal)}/${body.comment}` })
  expect((await firstThread(ben, journal)).comments).toMatchObject([
    { words: '', isDeleted: true, reactions: [] },
    { words: 'An answer', isDeleted: false },
  ])
  expect(codeOf(await call(ana, { method: 'PATCH', path: `${pathOf(journal)}/${body.comment}`, body: { words: 'Again', mentions: [] } }))).toEqual([
    404,
    'unknown-comment',
  ])
  await succeed(ben, { method: 'DELETE', path: `${pathOf(journal)}/${answer.comment}` })
  expect((await listed(ben, journal)).threads).toEqual([])
})

test('reactions are each person’s own, once', async () => {
  const { ana, ben, journal } = await pair(server.address)
  const body = comment()
  await succeed(ana, { path: pathOf(journal), body })
  const react = (person: TestPerson, reaction: string, isOn = true) =>
    succeed(person, { path: `${pathOf(journal)}/${body.comment}/reactions`, body: { reaction, isOn } })
  await react(ben, '👍')
  await react(ben, '👍')
  await react(ana, '👍')
  await react(ben, '🎉')
  await react(ben, '👍', false)
  expect((await firstThread(ana, journal)).comments[0]?.reactions).toEqual([
    { reaction: '👍', person: ana.id },
    { reaction: '🎉', person: ben.id },
  ])
  expect((await call(ben, { path: `${pathOf(journal)}/${body.comment}/reactions`, body: { reaction: '<b>', isOn: true } })).status).toBe(400)
})

test('who resolved it first stays the one who did; reopened it is open; it hangs where it was last hung', async () => {
  const { ana, ben, journal } = await pair(server.address)
  const body = comment()
  await succeed(ana, { path: pathOf(journal), body })
  const change = (person: TestPerson, changed: object) =>
    succeed(person, { method: 'PATCH', path: `/api/journals/${journal.id}/threads/${body.thread}`, body: changed })
  await change(ben, { isResolved: true })
  await change(ana, { isResolved: true })
  expect((await firstThread(ana, journal)).resolved?.person).toBe(ben.id)
  await change(ana, { isResolved: false, action: 'a-block', anchor: { kind: 'page', page: 'elsewhere' } })
  expect(await firstThread(ana, journal)).toMatchObject({ resolved: null, action: 'a-block', anchor: { page: 'elsewhere' } })
})

test('what others said is unread until it is read, on every device; what was said before one came is not', async () => {
  const { ana, ben, journal } = await pair(server.address)
  const bodies = [comment(), comment(), comment()]
  for (const body of bodies) await succeed(ana, { path: pathOf(journal), body })
  const cleo = await signUp(server.address, 'Cleo')
  await accept(cleo, await invite(ben, journal, { seat: 'third', role: 'viewer' }))
  const ids = bodies.map((body) => body.comment)
  expect((await listed(ben, journal)).unread).toEqual(ids)
  expect((await listed(ana, journal)).unread).toEqual([])
  expect((await listed(cleo, journal)).unread).toEqual([])
  await succeed(ben, { path: `${pathOf(journal)}/read`, body: { comments: [ids[0], ids[2], newId()] } })
  expect((await listed(ben, journal)).unread).toEqual([ids[1]])
})

test('an archived journal is read and not commented on', async () => {
  const { ana, ben, journal } = await pair(server.address)
  await succeed(ana, { path: pathOf(journal), body: comment() })
  await succeed(ben, { path: `/api/journals/${journal.id}/archive`, body: {} })
  expect(codeOf(await call(ana, { path: pathOf(journal), body: comment() }))).toEqual([409, 'journal-archived'])
  expect((await listed(ben, journal)).threads).toHaveLength(1)
  expect((await listed(ben, journal)).people.map(({ name }) => name)).toEqual(['Ben', 'Ana'])
})

test('everybody in the journal hears of it within a second', async () => {
  const { ana, ben, journal } = await pair(server.address)
  const wire = await openWire(ben, journal)
  await wire.join()
  const sent = performance.now()
  await succeed(ana, { path: pathOf(journal), body: comment() })
  await wire.heard('the hint', (frame) => frame.kind === 'hint' && frame.what === 'comments')
  expect(performance.now() - sent).toBeLessThan(1000)
  wire.close()
})

test('whoever a comment concerns is told what it is to them, once, and its author is not', async () => {
  const { ana, ben, journal } = await pair(server.address)
  const cleo = await joinByName(server.address, await invite(ben, journal, { seat: 'third', role: 'commenter' }), 'Cleo')
  const toldTo = async (person: TestPerson) => {
    const { body } = await succeed<{ notices: { kind: string; words: string; by: { person: string } }[] }>(person, { path: '/api/notices' })
    return body.notices.map(({ kind, words: quote, by }) => [kind, quote, by.person]).toReversed()
  }
  const first = comment({ words: 'Two days?' })
  await succeed(ana, { path: pathOf(journal), body: first })
  await succeed(ben, { path: pathOf(journal), body: comment({ thread: first.thread, anchor: undefined, words: 'One.' }) })
  await succeed(ana, { path: pathOf(journal), body: comment({ thread: first.thread, anchor: undefined, words: 'Cleo?', mentions: [cleo.id] }) })
  expect(await toldTo(ana)).toEqual([['reply', 'One.', ben.id]])
  expect(await toldTo(ben)).toEqual([
    ['comment', 'Two days?', ana.id],
    ['reply', 'Cleo?', ana.id],
  ])
  expect(await toldTo(cleo)).toEqual([
    ['comment', 'Two days?', ana.id],
    ['comment', 'One.', ben.id],
    ['mention', 'Cleo?', ana.id],
  ])
})
