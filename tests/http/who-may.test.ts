/** The table of who may call what, cell by cell. */
import { readFile } from 'node:fs/promises'
import { AUTH_PATHS } from '@tandem/server/auth/auth-routes.ts'
import { unsubscribeToken } from '@tandem/server/notifications/mail/unsubscribe-token.ts'
import * as acceptances from '@tandem/shared/contracts/acceptances.ts'
import * as checkIns from '@tandem/shared/contracts/check-ins.ts'
import * as commitments from '@tandem/shared/contracts/commitments.ts'
import * as files from '@tandem/shared/contracts/files.ts'
import * as comments from '@tandem/shared/contracts/comments.ts'
import * as health from '@tandem/shared/contracts/health.ts'
import * as invitations from '@tandem/shared/contracts/invitations.ts'
import * as anchors from '@tandem/shared/contracts/mentorship-anchors.ts'
import type { JournalSummary } from '@tandem/shared/contracts/journals.ts'
import * as journals from '@tandem/shared/contracts/journals.ts'
import * as changes from '@tandem/shared/contracts/changes.ts'
import * as me from '@tandem/shared/contracts/me.ts'
import * as myActions from '@tandem/shared/contracts/my-actions.ts'
import * as touched from '@tandem/shared/contracts/touched.ts'
import * as notices from '@tandem/shared/contracts/notices.ts'
import * as settings from '@tandem/shared/contracts/notification-settings.ts'
import type { PersonId } from '@tandem/shared/ids.ts'
import * as plans from '@tandem/shared/contracts/plans.ts'
import * as push from '@tandem/shared/contracts/push.ts'
import * as templates from '@tandem/shared/contracts/templates.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sourcesOf } from '../architecture/sources.ts'
import { call, signUp, succeed } from '../support/people.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { act, type Cast, gather, setStage, setStageElsewhere, type Stage } from './cast.ts'
import { CALLERS, ROWS } from './who-may.ts'

/** Everybody with a role at home. */
const MEMBERS = ['owner', 'editor', 'commenter', 'viewer'] as const

let server: TestServer
let cast: Cast
/** From a mail to the owner. */
let mailToken: string
/** A journal of others. */
let away: Stage
/** A sign-in of somebody who makes no calls here. */
let otherSignIn: string
/** Where everybody is refused. Nothing in it may ever change. */
let quiet: Stage
beforeAll(async () => {
  server = await startServer({ env: { LIMIT_SIGN_INS: '0', LIMIT_CALLS: '0', PUSH_SERVICES: 'localhost' } })
  cast = await gather(server.address)
  quiet = await setStage(cast)
  const secret = (await readFile(`${server.dataDir}/sign-in-secret`, 'utf8')).trim()
  mailToken = unsubscribeToken(secret, { person: cast.owner.id as PersonId, journal: null })
  away = await setStageElsewhere(server.address)
  const { body } = await succeed<{ signIns: { id: string }[] }>(await signUp(server.address, 'Ona'), { path: '/api/me/sign-ins' })
  otherSignIn = body.signIns[0]?.id ?? ''
})
afterAll(() => server.stop())

test.for(ROWS.flatMap((row) => CALLERS.map((as) => ({ ...row, as, outcome: row.outcomes[as] }))))(
  '$method $path by $as: $outcome',
  async ({ method, path, as, outcome }) => {
    const stage = outcome === 'ok' && path.includes(':') ? await setStage(cast) : quiet
    const { status, body } = await act(server.address, { cast, stage, as, method, path: path.replace(':mailToken', mailToken) })
    expect(status < 300 ? 'ok' : (body as { code: string }).code).toBe(outcome)
  },
)

test.for(ROWS.flatMap(({ elsewhere, ...row }) => (elsewhere ? MEMBERS.map((as) => ({ ...row, as, elsewhere })) : [])))(
  '$method $path of others by $as: $elsewhere',
  async ({ method, path, as, elsewhere }) => {
    const filled = path.startsWith('/api/me') ? path.replace(':id', otherSignIn) : path
    const { status, body } = await act(server.address, { cast, stage: away, as, method, path: filled })
    expect(status < 300 ? 'ok' : (body as { code: string }).code).toBe(elsewhere)
  },
)

test.for(ROWS.flatMap(({ mixed, ...row }) => (mixed ? [{ ...row, mixed }] : [])))(
  '$method $path with an id of another journal behind the own: $mixed',
  async ({ method, path, mixed }) => {
    const stage = { ...quiet, member: away.member, invitation: away.invitation, file: away.file, comment: away.comment, thread: away.thread }
    const { status, body } = await act(server.address, { cast, stage, as: 'owner', method, path })
    expect(status < 300 ? 'ok' : (body as { code: string }).code).toBe(mixed)
  },
)

test('every path with an id says what happens to those whose it is not', () => {
  const silent = ROWS.filter(({ path, elsewhere }) => /:(?!token|mailToken)/.test(path) && !elsewhere)
  const unmixed = ROWS.filter(({ path, mixed }) => /:id\/.*:/.test(path) && !mixed)
  expect([...silent, ...unmixed].map(({ path }) => path)).toEqual([])
})

test('what was refused has changed nothing elsewhere either', async () => {
  const { body } = await call(server.address, { path: `/api/invitations/${away.token}` })
  expect(body).toMatchObject({ journal: 'Elsewhere', people: ['Otto', 'Mia'] })
})

test('what was refused has changed nothing', async () => {
  const { body } = await call(cast.owner, { path: `/api/journals/${quiet.journal.id}` })
  const roles = (body as JournalSummary).members.map(({ name, role }) => `${name} ${role}`)
  expect(body).toMatchObject({ title: 'Ana and Ben', archivedAt: null })
  expect(roles).toEqual(['Olga owner', 'Edi editor', 'Cleo commenter', 'Vera viewer'])
})

test('every route has a row, and every row is a route', () => {
  const rows = [acceptances, anchors, checkIns, comments, commitments]
  const contracts = [...rows, changes, files, health, invitations, journals, me, myActions, notices, plans, push, settings, templates, touched].flatMap(
    (resource) => Object.values(resource).flatMap((value) => (typeof value === 'object' && 'path' in value ? [value] : [])),
  )
  const routes = [...contracts, ...AUTH_PATHS].map(({ method, path }) => `${method} ${path}`)
  expect(ROWS.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual(routes.toSorted())
})

test('routes are made in five places only, all of which the table knows', () => {
  const makers = sourcesOf('server').filter((source) => /\bapp\.(route|get|post|put|patch|delete|all)\(/.test(source.text))
  expect(makers.map((source) => source.path).toSorted()).toEqual([
    'server/src/auth/auth-routes.ts',
    'server/src/files/file-routes.ts',
    'server/src/http/serve.ts',
    'server/src/operations/health-routes.ts',
    'server/src/operations/metrics/metrics-routes.ts',
  ])
})
