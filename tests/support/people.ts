/** People of a test: they sign up, make journals, invite and accept over the real routes, like any program that relies on the fixed names. */
import type { TemplateId } from '@tandem/shared/document/templates/template.ts'
import type { Role, Seat } from '@tandem/shared/roles.ts'

export interface TestPerson {
  readonly id: string
  readonly name: string
  readonly address: string
  /** The value of a Cookie header that signs them in. */
  readonly cookie: string
  readonly email?: string
}

export interface TestJournal {
  readonly id: string
  readonly documentId: string
}

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly body: unknown
}

export interface Call {
  readonly method?: string
  readonly path: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export const PASSWORD = 'correct horse battery'

let emails = 0

/** One call as a browser of that address would make it, signed in when `who` is a person. Never throws for a refusal. */
export async function call(who: TestPerson | string, { method, path, body, headers }: Call): Promise<Answer> {
  const address = typeof who === 'string' ? who : who.address
  const response = await fetch(address + path, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      origin: address,
      ...(body === undefined ? {} : { 'content-type': body instanceof Uint8Array ? 'application/octet-stream' : 'application/json' }),
      ...(typeof who === 'string' ? {} : { cookie: who.cookie }),
      ...headers,
    },
    redirect: 'manual',
    ...(body === undefined ? {} : { body: body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: parseJson(text) }
}

/** As `call`, and throws when the answer is a refusal: for the steps of a test that are not its claim. */
export async function succeed<Body>(who: TestPerson | string, request: Call): Promise<{ body: Body; headers: Headers }> {
  const answer = await call(who, request)
  if (answer.status >= 400) throw new Error(`${request.method ?? ''} ${request.path} was refused with ${answer.status}: ${JSON.stringify(answer.body)}`)
  return { body: answer.body as Body, headers: answer.headers }
}

/** A new person with an e-mail of their own and the password PASSWORD. */
export async function signUp(address: string, name: string): Promise<TestPerson & { readonly email: string }> {
  emails += 1
  const email = `${name.toLowerCase().replaceAll(/[^a-z]/g, '')}-${process.pid}-${emails}@example.org`
  const { body, headers } = await succeed<{ user: { id: string } }>(address, { path: '/api/auth/sign-up/email', body: { name, email, password: PASSWORD } })
  return { id: body.user.id, name, address, email, cookie: cookieOf(headers) }
}

/** The same person from another browser. */
export async function signInAgain<Person extends TestPerson>(person: Person): Promise<Person> {
  const { headers } = await succeed(person.address, { path: '/api/auth/sign-in/email', body: { email: person.email, password: PASSWORD } })
  return { ...person, cookie: cookieOf(headers) }
}

/** A new journal whose creator is its owner. */
export async function createJournal(
  person: TestPerson,
  options: {
    readonly title?: string
    readonly seat?: 'mentor' | 'mentee'
    readonly template?: TemplateId
    readonly language?: string
    readonly saved?: string
  } = {},
): Promise<TestJournal> {
  const body = { title: 'Ana and Ben', seat: 'mentor', template: 'blank', ...options }
  return (await succeed<TestJournal>(person, { path: '/api/journals', body })).body
}

/** An invitation's link. */
export async function invite(person: TestPerson, journal: TestJournal, options: { readonly seat: Seat; readonly role: Role }): Promise<string> {
  return (await succeed<{ url: string }>(person, { path: `/api/journals/${journal.id}/invitations`, body: options })).body.url
}

/** The secret at the end of a link. */
export function tokenOf(url: string): string {
  return new URL(url).pathname.replace(/^\/join\//, '')
}

/** Somebody who is not signed in opens a link and gives a name. */
export async function joinByName(address: string, url: string, name: string): Promise<TestPerson> {
  const { headers } = await succeed(address, { path: `/api/invitations/${tokenOf(url)}/accept`, body: { name } })
  const cookie = cookieOf(headers)
  const { body } = await succeed<{ id: string }>(address, { path: '/api/me', headers: { cookie } })
  return { id: body.id, name, address, cookie }
}

/** Somebody signed in takes a seat. */
export async function accept(person: TestPerson, url: string): Promise<void> {
  await succeed(person, { path: `/api/invitations/${tokenOf(url)}/accept`, body: {} })
}

/** Ben the mentor, who owns the journal, and Ana the mentee, who joined it by a link with her name. */
export async function pair(
  address: string,
  options: { readonly role?: Role; readonly template?: 'fresh-start' | 'blank' } = {},
): Promise<{ ben: TestPerson & { readonly email: string }; ana: TestPerson; journal: TestJournal }> {
  const ben = await signUp(address, 'Ben')
  const journal = await createJournal(ben, { template: options.template ?? 'blank' })
  const ana = await joinByName(address, await invite(ben, journal, { seat: 'mentee', role: options.role ?? 'editor' }), 'Ana')
  return { ben, ana, journal }
}

function cookieOf(headers: Headers): string {
  const cookies = headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0] ?? '')
  if (cookies.length === 0) throw new Error('The answer set no cookie.')
  return cookies.join('; ')
}

function parseJson(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text)
  } catch {
    return text
  }
}
