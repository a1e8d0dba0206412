/** Every failure that HTTP can tell, and a way to bring it about for real. */
import { DatabaseSync } from 'node:sqlite'
import { newId } from '@tandem/shared/ids.ts'
import { accept, type Answer, call, createJournal, invite, joinByName, PASSWORD, signUp, succeed, tokenOf } from '../support/people.ts'
import type { TestServer } from '../support/server.ts'
import { sendFile } from './files.ts'
import { comment, commitment, pushTarget } from './rows.ts'

type Cause = (server: TestServer) => Promise<Answer>

/** Another program working on the server's database, as a backup or an operator would. */
export function beside(server: TestServer, work: (database: DatabaseSync) => void): void {
  const database = new DatabaseSync(`${server.dataDir}/tandem.db`, { timeout: 5000 })
  try {
    work(database)
  } finally {
    database.close()
  }
}

const asBen =
  (path: string, body: unknown): Cause =>
  async ({ address }) =>
    call(await signUp(address, 'Ben'), { path, body })
const create = (body: unknown) => asBen('/api/journals', body)

const signUpWith = (body: object): Cause => {
  const whole = { name: 'Ben', email: 'ben@example.org', password: PASSWORD, ...body }
  return ({ address }) => call(address, { path: '/api/auth/sign-up/email', body: whole })
}

/** A journal of Ben the mentor and a fresh link to its other chair. */
async function invited({ address }: TestServer) {
  const ben = await signUp(address, 'Ben')
  const journal = await createJournal(ben)
  const url = await invite(ben, journal, { seat: 'mentee', role: 'editor' })
  return { ben, journal, url, token: tokenOf(url), path: `/api/invitations/${tokenOf(url)}/accept` }
}

export const CAUSES: Readonly<Record<string, Cause>> = {
  'unknown-push-service': asBen('/api/me/push', pushTarget()),
  'unknown-route': ({ address }) => call(address, { path: '/api/nothing' }),
  'malformed-input': ({ address }) => call(address, { path: '/api/auth/sign-in/email', body: [] }),
  'title-too-long': create({ title: 'x'.repeat(201), seat: 'mentor' }),
  'title-missing': create({ title: ' ', seat: 'mentor' }),
  'unknown-seat': create({ title: 'T', seat: 'throne' }),
  'unknown-template': create({ title: 'T', seat: 'mentor', template: 'huge' }),
  'name-missing': signUpWith({ name: ' ' }),
  'name-too-long': signUpWith({ name: 'x'.repeat(61) }),
  'unknown-role': async (server) => {
    const { ben, journal } = await invited(server)
    return call(ben, { path: `/api/journals/${journal.id}/invitations`, body: { seat: 'third', role: 'king' } })
  },
  'body-too-large': create({ title: 'x'.repeat(70_000), seat: 'mentor' }),
  'too-many-requests': async ({ address }) => {
    const body = { email: `${newId()}@example.org`, password: 'guess' }
    const guesses = Array.from({ length: 20 }, () => call(address, { path: '/api/auth/sign-in/email', body }))
    await Promise.all(guesses)
    return call(address, { path: '/api/auth/sign-in/email', body })
  },
  'foreign-origin': ({ address }) => call(address, { path: '/api/auth/sign-out', body: {}, headers: { origin: 'https://evil.example' } }),
  'cannot-store': async (server) => {
    const ben = await signUp(server.address, 'Ben')
    let answer: Promise<Answer> | undefined
    const database = new DatabaseSync(`${server.dataDir}/tandem.db`)
    database.exec('begin immediate')
    try {
      answer = call(ben, { path: '/api/journals', body: { title: 'T', seat: 'mentor' } })
      await answer
    } finally {
      database.exec('rollback')
      database.close()
    }
    return answer
  },
  internal: async (server) => {
    const ben = await signUp(server.address, 'Ben')
    beside(server, (database) => database.exec('alter table journals rename column title to heading'))
    try {
      return await call(ben, { path: '/api/journals' })
    } finally {
      beside(server, (database) => database.exec('alter table journals rename column heading to title'))
    }
  },

  'signed-out': ({ address }) => call(address, { path: '/api/journals' }),
  'wrong-password': async ({ address }) => {
    const { email } = await signUp(address, 'Ben')
    return call(address, { path: '/api/auth/sign-in/email', body: { email, password: 'not this one' } })
  },
  'email-taken': async ({ address }) => {
    const { email } = await signUp(address, 'Ben')
    return call(address, { path: '/api/auth/sign-up/email', body: { name: 'Ben', email: email.toUpperCase(), password: PASSWORD } })
  },
  'email-invalid': signUpWith({ email: 'ben' }),
  'password-too-short': signUpWith({ password: '1234567' }),
  'password-too-long': signUpWith({ password: 'x'.repeat(129) }),
  'already-kept': async ({ address }) => call(await signUp(address, 'Ben'), { path: '/api/me/keep', body: { email: 'b@example.org', password: PASSWORD } }),
  'unknown-sign-in': async ({ address }) => call(await signUp(address, 'Ben'), { method: 'DELETE', path: `/api/me/sign-ins/${newId()}` }),

  'unknown-confirm-link': ({ address }) => call(address, { path: '/api/confirm', body: { confirmToken: 'x'.repeat(60) } }),
  'unknown-mail-link': ({ address }) => call(address, { path: `/api/unsubscribe/${'x'.repeat(60)}` }),

  'unknown-journal': async ({ address }) => call(await signUp(address, 'Ben'), { path: `/api/journals/${newId()}` }),
  'unknown-member': async (server) => {
    const { ben, journal } = await invited(server)
    return call(ben, { method: 'DELETE', path: `/api/journals/${journal.id}/members/${newId()}` })
  },
  'not-allowed': async (server) => {
    const { journal, url } = await invited(server)
    const ana = await joinByName(server.address, url, 'Ana')
    return call(ana, { path: `/api/journals/${journal.id}/archive`, body: {} })
  },
  'journal-archived': async (server) => {
    const { ben, journal } = await invited(server)
    await succeed(ben, { path: `/api/journals/${journal.id}/archive`, body: {} })
    return call(ben, { method: 'PATCH', path: `/api/journals/${journal.id}`, body: { title: 'Later' } })
  },
  'too-many-journals': async (server) => {
    const ben = await signUp(server.address, 'Ben')
    const make = `with recursive n(i) as (select 1 union all select i + 1 from n where i < 1000)
      insert into journals (id, title, created_at, created_by) select '${ben.id}' || i, 'T', 1, '${ben.id}' from n`
    beside(server, (database) => database.exec(make))
    return call(ben, { path: '/api/journals', body: { title: 'One more', seat: 'mentor' } })
  },
  'last-member': async (server) => {
    const { ben, journal } = await invited(server)
    return call(ben, { path: `/api/journals/${journal.id}/leave`, body: {} })
  },
  'last-owner': async (server) => {
    const { ben, journal } = await invited(server)
    return call(ben, { method: 'PATCH', path: `/api/journals/${journal.id}/members/${ben.id}`, body: { role: 'editor' } })
  },

  'not-a-party': async (server) => {
    const { ben, journal } = await invited(server)
    const eve = await joinByName(server.address, await invite(ben, journal, { seat: 'third', role: 'commenter' }), 'Eve')
    return call(eve, { path: `/api/journals/${journal.id}/commitments`, body: commitment() })
  },
  'id-taken': async (server) => {
    const { ben, journal, url } = await invited(server)
    const ana = await joinByName(server.address, url, 'Ana')
    const request = { path: `/api/journals/${journal.id}/commitments`, body: commitment() }
    await succeed(ana, request)
    return call(ben, request)
  },
  'words-too-long': async (server) => {
    const { ben, journal } = await invited(server)
    return call(ben, { path: `/api/journals/${journal.id}/commitments`, body: commitment({ words: 'x'.repeat(2001) }) })
  },
  'file-too-large': async (server) => {
    const { ben, journal } = await invited(server)
    return sendFile(ben, journal, { bytes: new Uint8Array(10 * 1024 * 1024 + 1) })
  },
  'files-full': async (server) => {
    const { ben, journal } = await invited(server)
    await sendFile(ben, journal)
    beside(server, (database) => database.exec('update files set bytes = 1073741824'))
    return sendFile(ben, journal)
  },
  'unknown-file': async (server) => {
    const { ben, journal } = await invited(server)
    return call(ben, { path: `/api/journals/${journal.id}/files/${newId()}` })
  },
  'too-many-rows': async (server) => {
    const { ben, journal } = await invited(server)
    const request = () => ({ path: `/api/journals/${journal.id}/commitments`, body: commitment() })
    await succeed(ben, request())
    beside(server, (database) => database.exec('update commitments set number = 5000'))
    return call(ben, request())
  },

  'unknown-thread': async (server) => {
    const { ben, journal } = await invited(server)
    return call(ben, { path: `/api/journals/${journal.id}/comments`, body: comment({ anchor: undefined }) })
  },
  'unknown-comment': async (server) => {
    const { ben, journal } = await invited(server)
    return call(ben, { method: 'DELETE', path: `/api/journals/${journal.id}/comments/${newId()}` })
  },
  'not-yours': async (server) => {
    const { ben, journal, url } = await invited(server)
    const ana = await joinByName(server.address, url, 'Ana')
    const body = comment()
    await succeed(ben, { path: `/api/journals/${journal.id}/comments`, body })
    return call(ana, { method: 'DELETE', path: `/api/journals/${journal.id}/comments/${body.comment}` })
  },

  'unknown-invitation': ({ address }) => call(address, { path: `/api/invitations/${'x'.repeat(43)}` }),
  'invitation-expired': async (server) => {
    const { path } = await invited(server)
    beside(server, (database) => database.exec('update invitations set expires_at = 1 where used_at is null'))
    return call(server.address, { path, body: { name: 'Ana' } })
  },
  'invitation-revoked': async (server) => {
    const { ben, journal, path } = await invited(server)
    const { body } = await succeed<{ invitations: { id: string }[] }>(ben, { path: `/api/journals/${journal.id}/invitations` })
    await succeed(ben, { method: 'DELETE', path: `/api/journals/${journal.id}/invitations/${body.invitations[0]?.id}` })
    return call(server.address, { path, body: { name: 'Ana' } })
  },
  'invitation-used': async (server) => {
    const { url, path } = await invited(server)
    await joinByName(server.address, url, 'Ana')
    return call(server.address, { path, body: { name: 'Ana again' } })
  },
  'seat-taken': async (server) => {
    const { ben, journal, url } = await invited(server)
    const second = await invite(ben, journal, { seat: 'mentee', role: 'editor' })
    await joinByName(server.address, url, 'Ana')
    return call(server.address, { path: `/api/invitations/${tokenOf(second)}/accept`, body: { name: 'Eve' } })
  },
  'journal-full': async (server) => {
    const { journal, path } = await invited(server)
    const seat = `with recursive n(i) as (select 1 union all select i + 1 from n where i < 99)
      insert into members (journal_id, person_id, seat, role, hue, joined_at) select '${journal.id}', 'guest ' || i, 'third', 'viewer', i, 1 from n`
    // People who do not exist: the database holds foreign keys only for the connection that asks for it.
    beside(server, (database) => database.exec(`pragma foreign_keys = off; ${seat}`))
    return call(server.address, { path, body: { name: 'Ana' } })
  },
  'too-many-invitations': async (server) => {
    const { ben, journal } = await invited(server)
    const links = Array.from({ length: 99 }, () => invite(ben, journal, { seat: 'third', role: 'viewer' }))
    await Promise.all(links)
    return call(ben, { path: `/api/journals/${journal.id}/invitations`, body: { seat: 'third', role: 'viewer' } })
  },
  'already-member': async (server) => {
    const { ben, journal, url } = await invited(server)
    const ana = await signUp(server.address, 'Ana')
    await accept(ana, url)
    const third = await invite(ben, journal, { seat: 'third', role: 'viewer' })
    return call(ana, { path: `/api/invitations/${tokenOf(third)}/accept`, body: {} })
  },
}
