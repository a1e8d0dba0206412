/** A mail as it is handed in, and what can become of that. */
import type { MailId } from '@tandem/shared/ids.ts'

/** Name and address apart: no name, whatever it is, can add an address or a header. */
export interface MailAddress {
  readonly name: string
  readonly address: string
}

export interface Mail {
  readonly id: MailId
  readonly to: MailAddress
  readonly subject: string
  readonly text: string
  readonly html: string
  /** What mails of one thread have in common, and the mails before this one. */
  readonly thread: { readonly name: string; readonly earlier: readonly MailId[] }
  /** Where one POST without a sign-in stops these mails; absent where there are no more of them. */
  readonly unsubscribeUrl?: string
}

/** `unclear`: the words were on their way when the line broke, and the mail server may have taken them. */
export type Handover =
  | { readonly kind: 'taken' }
  | { readonly kind: 'refused'; readonly isFinal: boolean; readonly reason: string }
  | { readonly kind: 'unclear'; readonly reason: string }

/** Where mail is handed in. */
export interface Post {
  /** One at a time. Never rejects: whatever goes wrong is a kind of answer. */
  hand(mail: Mail): Promise<Handover>
  /** Breaks off what is under way. */
  close(): void
}
