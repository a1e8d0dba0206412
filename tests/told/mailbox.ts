/** A real SMTP server on loopback, and the mails it took. A test says how it treats the next ones. */
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { onTestFinished } from 'vitest'

export interface Received {
  readonly to: readonly string[]
  readonly mail: Email
  header(name: string): string | undefined
}

/** `refuse-person` and `refuse-later` answer the recipient, with 550 and 451; `drop-after` takes the words and cuts the line without an answer. */
export type Mood = 'friendly' | 'refuse-person' | 'refuse-later' | 'drop-after'

export interface Mailbox {
  readonly url: string
  readonly received: readonly Received[]
  /** How often words came in, taken or not. */
  readonly handedIn: number
  mood: Mood
}

export async function openMailbox(): Promise<Mailbox> {
  const received: Received[] = []
  const box = { mood: 'friendly' as Mood, handedIn: 0 }
  const take = async (to: readonly string[], raw: string, taken: () => void) => {
    const mail = await PostalMime.parse(raw)
    received.push({ to, mail, header: (name) => mail.headers.find(({ key }) => key === name)?.value })
    taken()
  }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (_address, _session, callback) => {
      if (box.mood === 'refuse-person') callback(Object.assign(new Error('No such person here'), { responseCode: 550 }))
      else if (box.mood === 'refuse-later') callback(Object.assign(new Error('Come back later'), { responseCode: 451 }))
      else callback()
    },
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        box.handedIn += 1
        if (box.mood === 'drop-after') {
          for (const connection of server.connections) connection.close()
          return
        }
        const to = session.envelope.rcptTo.map(({ address }) => address)
        void take(to, Buffer.concat(chunks).toString(), callback)
      })
    },
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => new Promise<void>((resolve) => server.close(resolve)))
  const address = server.server.address()
  if (address === null || typeof address === 'string') throw new Error('The mail server has no port.')
  return Object.assign(box, { url: `smtp://127.0.0.1:${address.port}`, received })
}
