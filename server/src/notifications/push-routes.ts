/** The calls by which a device is told by push, or no more. */
import * as contracts from '@tandem/shared/contracts/push.ts'
import { Failure } from '@tandem/shared/failure.ts'
import type { Millis } from '@tandem/shared/ids.ts'
import type { Kysely } from 'kysely'
import type { PushServices } from '../config.ts'
import type { Tables } from '../database/tables.ts'
import type { App } from '../http/app.ts'
import { serve } from '../http/serve.ts'
import { isOfService } from './push/push-services.ts'
import { addTarget, removeTarget } from './push/push-targets.ts'

export interface PushRouteParts {
  readonly db: Kysely<Tables>
  readonly now: () => Millis
  readonly pushServices: PushServices
}

export function servePush(app: App, { db, now, pushServices }: PushRouteParts): void {
  serve(app, contracts.turnOn, async ({ input, person, signIn }) => {
    if (!isOfService(input.endpoint, pushServices)) throw new Failure('unknown-push-service')
    await addTarget(db, { person, signIn }, input, now())
    return {}
  })

  serve(app, contracts.turnOff, async ({ signIn }) => {
    await removeTarget(db, signIn)
    return {}
  })
}
