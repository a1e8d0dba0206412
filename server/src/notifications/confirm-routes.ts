/** The calls by which an e-mail is confirmed. */
import * as contracts from '@tandem/shared/contracts/notification-settings.ts'
import type { Millis } from '@tandem/shared/ids.ts'
import type { Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import type { App } from '../http/app.ts'
import { serve, serveAnyone } from '../http/serve.ts'
import { askAgain } from './mail/confirmations.ts'

export interface ConfirmParts {
  readonly db: Kysely<Tables>
  readonly now: () => Millis
  readonly canMail: boolean
  /** Throws `unknown-confirm-link`. */
  readonly confirm: (token: string) => Promise<void>
}

export function serveConfirmation(app: App, { db, now, canMail, confirm }: ConfirmParts): void {
  serve(app, contracts.askConfirmation, async ({ person }) => {
    if (canMail) await askAgain(db, person, now())
    return {}
  })

  // No sign-in: whoever reads the mail says that the address is theirs, in whichever browser the mail opens.
  serveAnyone(app, contracts.confirm, async ({ input }) => {
    await confirm(input.confirmToken)
    return {}
  })
}
