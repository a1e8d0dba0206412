/** A scene with mail: the database, the clock and a real mail server. */
import { smtpPost } from '@tandem/server/notifications/mail/smtp-post.ts'
import type { Running } from '@tandem/server/notifications/keep-looking.ts'
import { startMail } from '@tandem/server/notifications/mail/start-mail.ts'
import { onTestFinished } from 'vitest'
import { type Mailbox, openMailbox } from './mailbox.ts'
import { pairOf, toldScene } from './scene.ts'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const SECRET = 'a secret that is long enough for a test'
export const ORIGIN = 'https://tandem.example.org'

export async function mailScene() {
  const scene = await toldScene()
  const mailbox = await openMailbox()
  const people = await pairOf(scene)
  let troubles: unknown[] = []
  let mail: Running | undefined
  const start = () => startOn(scene, mailbox, (reason) => troubles.push(reason))
  onTestFinished(() => mail?.close())
  return {
    ...people,
    scene,
    db: () => scene.db,
    clock: scene.clock,
    mailbox,
    troubles: () => troubles,
    /** Moves the clock and waits until everything due by then has been handed in or put off. */
    pass: async (milliseconds: number) => {
      mail ??= start()
      await mail.look()
      scene.clock.move(milliseconds)
      await mail.look()
      // A look that was under way when the time came may have begun before it.
      await mail.look()
    },
    /** The process ends and another begins on the same data. */
    restart: async () => {
      await mail?.close()
      await scene.restart()
      mail = undefined
      troubles = []
    },
  }
}

function startOn(scene: Awaited<ReturnType<typeof toldScene>>, mailbox: Mailbox, onTrouble: (reason: unknown) => void): Running {
  const post = smtpPost({ url: mailbox.url, from: { name: 'Tandem', address: 'tandem@example.org' }, patience: 2000 })
  return startMail({ db: scene.db, clock: scene.clock, post, origin: ORIGIN, secret: SECRET, onTrouble: ({ reason }) => onTrouble(reason) })
}
