/** Who may open a connection to a document. Everything is checked before the upgrade is accepted, and nothing is created. */
import type { IncomingMessage } from 'node:http'
import { SCHEMA_VERSION } from '@tandem/shared/document/schema.ts'
import { Failure } from '@tandem/shared/failure.ts'
import { DocumentId, type PersonId } from '@tandem/shared/ids.ts'
import { isForeign, type OwnAddress } from '../http/origin.ts'
import type { Access, Admission, SignedIn } from '../journals/access.ts'

export interface Admitted {
  readonly document: DocumentId
  readonly signedIn: SignedIn
  readonly admission: Admission
  /** Whether the client asked for our frames. */
  readonly wantsAcks: boolean
}

export interface AdmitParts {
  readonly access: Access
  readonly own: OwnAddress
  /** Counts the upgrade as a call is counted, and refuses as one. */
  readonly countUpgrade: (request: IncomingMessage, person: PersonId | undefined) => void
}

/** Checks origin, sign-in, how often, membership and schema, in this order. Throws a Failure with the first that does not hold. */
export async function admit(request: IncomingMessage, { access, own, countUpgrade }: AdmitParts): Promise<Admitted> {
  const url = parseUrl(request.url)
  const id = /^\/sync\/([^/]+)$/.exec(url?.pathname ?? '')?.[1]
  if (!url || id === undefined) throw new Failure('unknown-route')
  if (isForeign(request.headers, own, request.socket.localPort)) throw new Failure('foreign-origin')
  const signedIn = await access.findSignedIn(credentialsOf(request))
  countUpgrade(request, signedIn?.person)
  if (!signedIn || isSomebodyElse(url.searchParams.get('person'), signedIn)) throw new Failure('signed-out')
  const document = DocumentId.safeParse(id)
  if (!document.success) throw new Failure('unknown-document')
  const admission = await access.findAdmission(document.data, signedIn.person)
  if (!admission) throw new Failure('unknown-document')
  checkSchema(url.searchParams.get('schema'), admission.schema)
  return { document: document.data, signedIn, admission, wantsAcks: url.searchParams.get('ack') === '1' }
}

/** A page that was open before another person signed in to the same browser still holds the first one's words: they must not arrive as the other's. */
function isSomebodyElse(said: string | null, signedIn: SignedIn): boolean {
  return said !== null && said !== signedIn.person
}

/** A client that does not say which schema it writes is taken as the newest. */
function checkSchema(said: string | null, stored: number): void {
  if (said === null) return
  const schema = /^\d{1,9}$/.test(said) ? Number(said) : undefined
  if (schema === undefined || schema > SCHEMA_VERSION) throw new Failure('schema-unknown')
  if (schema < stored) throw new Failure('schema-too-old')
}

/** Only what says who it is: no secret may stand in the address, and nothing else of the request matters. */
function credentialsOf({ headers: { cookie, authorization } }: IncomingMessage): Headers {
  const headers = new Headers()
  if (cookie !== undefined) headers.set('cookie', cookie)
  if (authorization !== undefined) headers.set('authorization', authorization)
  return headers
}

function parseUrl(path: string | undefined): URL | undefined {
  return URL.parse(path ?? '', 'http://localhost') ?? undefined
}
