/** Who may enter a document: asked at every upgrade, and again whenever the bus says that something changed. */
import type { DocumentId, JournalId, PersonId, SignInId } from '@tandem/shared/ids.ts'
import type { Role, Seat } from '@tandem/shared/roles.ts'

/** The person behind a request, as their sign-in says. */
export interface SignedIn {
  readonly signIn: SignInId
  readonly person: PersonId
  readonly name: string
}

export interface Admission {
  readonly journal: JournalId
  readonly role: Role
  readonly seat: Seat
  /** Index into the palette of people's hues. */
  readonly hue: number
  readonly archived: boolean
  /** The document schema stored content may use. */
  readonly schema: number
}

export interface Access {
  /** The person behind a cookie or bearer token; `undefined` when there is none or it has ended. */
  findSignedIn(headers: Headers): Promise<SignedIn | undefined>
  /** What the person may do with a document; `undefined` when there is no such document or they are not a member. Never creates anything. */
  findAdmission(document: DocumentId, person: PersonId): Promise<Admission | undefined>
  /** Whether the sign-in still stands. */
  isSignInAlive(signIn: SignInId): Promise<boolean>
}
