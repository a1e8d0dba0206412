/** The people of the table of who may do what, in a journal of their own for every cell of it. */
import { newId } from '@tandem/shared/ids.ts'
import { accept, call, createJournal, invite, joinByName, PASSWORD, signUp, succeed, type TestJournal, type TestPerson, tokenOf } from '../support/people.ts'
import { keepFile, PICTURE } from './files.ts'
import { acceptance, anchorAnswer, checkIn, comment, commitment, pushTarget, savedTemplate } from './rows.ts'
import type { CallerKind } from './who-may.ts'

type Kept = TestPerson & { readonly email: string }

/** Everybody who signs in, once for all cells. */
export type Cast = Readonly<Record<Exclude<CallerKind, 'signed-out'>, Kept>>

export async function gather(address: string): Promise<Cast> {
  const [owner, editor, commenter, viewer, removed, stranger] = await Promise.all(
    ['Olga', 'Edi', 'Cleo', 'Vera', 'Remo', 'Stan'].map((name) => signUp(address, name)),
  )
  if (!owner || !editor || !commenter || !viewer || !removed || !stranger) throw new Error('Somebody is missing.')
  return { owner, editor, commenter, viewer, removed, stranger }
}

/** A journal in which everybody has the role they are named by, and an open invitation to it. */
export interface Stage {
  readonly journal: TestJournal
  readonly token: string
  readonly invitation: string
  /** Saved by its owner. */
  readonly template: string
  /** One of its people, whom an owner may change or remove. */
  readonly member: string
  readonly file: string
  /** A comment of its owner, and the thread it began. */
  readonly comment: string
  readonly thread: string
}

export async function setStage(cast: Cast): Promise<Stage> {
  const { owner, editor, commenter, viewer, removed } = cast
  const journal = await createJournal(owner)
  await accept(editor, await invite(owner, journal, { seat: 'mentee', role: 'editor' }))
  await accept(commenter, await invite(owner, journal, { seat: 'third', role: 'commenter' }))
  await accept(viewer, await invite(owner, journal, { seat: 'third', role: 'viewer' }))
  await accept(removed, await invite(owner, journal, { seat: 'third', role: 'editor' }))
  await succeed(owner, { method: 'DELETE', path: `/api/journals/${journal.id}/members/${removed.id}` })
  const made = await succeed<{ id: string; url: string }>(owner, { path: `/api/journals/${journal.id}/invitations`, body: { seat: 'third', role: 'viewer' } })
  return {
    journal,
    invitation: made.body.id,
    token: tokenOf(made.body.url),
    member: commenter.id,
    template: await saveTemplate(owner, journal),
    file: await keepFile(owner, journal),
    ...(await sayIn(journal, owner)),
  }
}

/** A journal in which nobody of the cast is or ever was. */
export async function setStageElsewhere(address: string): Promise<Stage> {
  const otto = await signUp(address, 'Otto')
  const journal = await createJournal(otto, { title: 'Elsewhere' })
  const mia = await joinByName(address, await invite(otto, journal, { seat: 'mentee', role: 'editor' }), 'Mia')
  const made = await succeed<{ id: string; url: string }>(otto, { path: `/api/journals/${journal.id}/invitations`, body: { seat: 'third', role: 'viewer' } })
  return {
    journal,
    invitation: made.body.id,
    token: tokenOf(made.body.url),
    member: mia.id,
    template: await saveTemplate(otto, journal),
    file: await keepFile(otto, journal),
    ...(await sayIn(journal, otto)),
  }
}

async function saveTemplate(who: TestPerson, journal: TestJournal): Promise<string> {
  const body = savedTemplate()
  await succeed(who, { path: `/api/journals/${journal.id}/templates`, body })
  return body.template
}

async function sayIn(journal: TestJournal, person: TestPerson): Promise<{ comment: string; thread: string }> {
  const body = comment()
  const { status } = await call(person, { path: `/api/journals/${journal.id}/comments`, body })
  return status === 200 ? { comment: body.comment, thread: body.thread } : { comment: '', thread: '' }
}

interface Deed {
  readonly cast: Cast
  readonly stage: Stage
  readonly as: CallerKind
  readonly method: string
  readonly path: string
}

/** Calls a route as one of the cast would, with input that is right in every other respect. */
export async function act(address: string, { cast, stage, as, method, path }: Deed) {
  const body = method === 'POST' || method === 'PATCH' ? bodyOf(path, method, cast) : undefined
  if (/^\/api\/(auth|me)/.test(path)) {
    // Somebody new: these calls change or end the sign-ins of whoever makes them.
    const who = as === 'signed-out' ? address : await newcomer(address, cast, { as, hasPassword: /password|keep/.test(path) })
    return call(who, { method, path: path.replace(':id', typeof who === 'string' ? 'x' : await currentSignIn(who)), body })
  }
  const own = path.includes(':comment') && (as === 'editor' || as === 'commenter') ? await sayIn(stage.journal, cast[as]) : undefined
  const commentId = own?.comment || stage.comment
  const filled = path
    .replace(':id', stage.journal.id)
    .replace(':comment', commentId)
    .replace(':thread', stage.thread)
    .replace(':person', stage.member)
    .replace(':invitation', stage.invitation)
    .replace(':token', stage.token)
    .replace(':template', stage.template)
    .replace(':file', stage.file)
    .replace(':block', 'some-block')
  const query = method === 'POST' && path.endsWith('/files') ? `?file=${crypto.randomUUID()}&name=dot.png` : ''
  return call(as === 'signed-out' ? address : cast[as], { method, path: filled + query, body })
}

/** By a link where that is enough: a password takes a tenth of a second to hash. */
async function newcomer(address: string, { owner }: Cast, { as, hasPassword }: { as: string; hasPassword: boolean }): Promise<TestPerson> {
  if (hasPassword) return signUp(address, as)
  return joinByName(address, await invite(owner, await createJournal(owner), { seat: 'third', role: 'viewer' }), as)
}

async function currentSignIn(who: TestPerson): Promise<string> {
  const { body } = await succeed<{ signIns: { id: string; current: boolean }[] }>(who, { path: '/api/me/sign-ins' })
  return body.signIns.find((signIn) => signIn.current)?.id ?? ''
}

let made = 0

function bodyOf(path: string, method: string, cast: Cast): unknown {
  switch (`${method} ${path}`) {
    case 'POST /api/auth/sign-up/email':
      made += 1
      return { name: 'New', email: `new-${made}@example.org`, password: PASSWORD }
    case 'POST /api/auth/sign-in/email':
      return { email: cast.owner.email, password: PASSWORD }
    case 'POST /api/auth/change-password':
      return { currentPassword: PASSWORD, newPassword: PASSWORD }
    case 'POST /api/me/keep':
      return { email: 'kept@example.org', password: PASSWORD }
    case 'PATCH /api/me':
      return { name: 'Another' }
    case 'POST /api/journals':
      return { title: 'Mine', seat: 'mentee' }
    case 'POST /api/journals/:id/plan':
      return { goals: [] }
    case 'POST /api/journals/:id/templates':
      return savedTemplate()
    case 'POST /api/journals/:id/files':
      return PICTURE
    case 'POST /api/journals/:id/comments':
      return comment()
    case 'PATCH /api/journals/:id/comments/:comment':
      return { words: 'Three days would do.', mentions: [] }
    case 'POST /api/journals/:id/comments/:comment/reactions':
      return { reaction: '👍', isOn: true }
    case 'PATCH /api/journals/:id/threads/:thread':
      return { isResolved: true }
    case 'POST /api/journals/:id/comments/read':
      return { comments: [] }
    case 'POST /api/journals/:id/commitments':
      return commitment()
    case 'POST /api/journals/:id/acceptances':
      return acceptance()
    case 'POST /api/journals/:id/check-ins':
      return checkIn()
    case 'POST /api/journals/:id/mentorship-anchors':
      return anchorAnswer()
    case 'PATCH /api/journals/:id':
      return { title: 'Renamed' }
    case 'PATCH /api/journals/:id/members/:person':
      return { role: 'editor' }
    case 'POST /api/notices/mark':
      return { notices: [newId()], read: true }
    case 'POST /api/notices/read-all':
      return { until: 1 }
    case 'PATCH /api/me/notifications':
      return { mail: false }
    case 'POST /api/me/push':
      return pushTarget()
    case 'PATCH /api/journals/:id/notifications':
      return { level: 'none' }
    case 'POST /api/journals/:id/invitations':
      return { seat: 'third', role: 'viewer' }
    case 'POST /api/invitations/:token/accept':
      return { name: 'Nino' }
    case 'POST /api/confirm':
      return { confirmToken: 'of nobody, for nobody: x' }
    case 'POST /api/journals/:id/seen':
      return { upTo: 1 }
    case 'POST /api/journals/:id/watched':
      return { page: 'page', from: 1, to: 2 }
    default:
      return {}
  }
}
