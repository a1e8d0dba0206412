/** Hands mail to an SMTP server. The only file that knows nodemailer. */
import type { Millis } from '@tandem/shared/ids.ts'
import { createTransport } from 'nodemailer'
import type { Handover, Mail, MailAddress, Post } from './mail.ts'

export interface SmtpOptions {
  /** `smtp://user:password@host:port`, or `smtps://`. */
  readonly url: string
  readonly from: MailAddress
  /** How long the server may be silent. */
  readonly patience?: Millis
}

export function smtpPost({ url, from, patience = 30_000 }: SmtpOptions): Post {
  const transport = createTransport({
    url,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    // A mail is made of what we give it: nothing is read from files or addresses.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  let hasBegun = false
  let stop = new AbortController()
  // The connection begins to read a mail when the server has said that it takes it (354): from there on only the server's answer tells.
  transport.use('stream', (mail, done) => {
    mail.message.processFunc((words) => words.once('resume', () => (hasBegun = true)))
    done()
  })
  return {
    hand: async (mail) => {
      hasBegun = false
      try {
        await transport.sendMail({ ...messageOf(mail, from), signal: stop.signal })
        return { kind: 'taken' }
      } catch (error) {
        return judge(error, hasBegun)
      }
    },
    close: () => {
      stop.abort()
      stop = new AbortController()
      transport.close()
    },
  }
}

function messageOf({ id, to, subject, text, html, thread, unsubscribeUrl }: Mail, from: MailAddress) {
  const host = from.address.split('@')[1] ?? 'localhost'
  const idOf = (name: string) => `<${name}@${host}>`
  const root = idOf(thread.name)
  const last = thread.earlier.at(-1)
  return {
    from,
    to,
    subject,
    text,
    html,
    messageId: idOf(id),
    references: [root, ...thread.earlier.map(idOf)],
    inReplyTo: last ? idOf(last) : root,
    headers: {
      'List-Id': { prepared: true, value: idOf(thread.name).replace('@', '.') },
      ...(unsubscribeUrl === undefined
        ? {}
        : { 'List-Unsubscribe': { prepared: true, value: `<${unsubscribeUrl}>` }, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
      // Nobody's answer of absence belongs here.
      'Auto-Submitted': 'auto-generated',
    },
  }
}

/** A refusal with a code from 500 is the last word about this mail, unless it is about us: who may not sign in may later. */
function judge(error: unknown, hasBegun: boolean): Handover {
  const { responseCode, code, message } = error as { responseCode?: number; code?: string; message: string }
  const reason = message.slice(0, 300)
  if (responseCode !== undefined) return { kind: 'refused', isFinal: responseCode >= 500 && code !== 'EAUTH', reason }
  return hasBegun ? { kind: 'unclear', reason } : { kind: 'refused', isFinal: false, reason }
}
