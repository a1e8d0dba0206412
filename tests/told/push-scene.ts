/** A scene with push: the database, the clock, a real push service, and devices that are told by it. */
import { listNotices, markNotices } from '@tandem/server/notifications/notices.ts'
import { loadPushKeys } from '@tandem/server/notifications/push/push-keys.ts'
import { addTarget } from '@tandem/server/notifications/push/push-targets.ts'
import { startPush } from '@tandem/server/notifications/push/start-push.ts'
import { webPushPost } from '@tandem/server/notifications/push/web-push-post.ts'
import type { Running } from '@tandem/server/notifications/keep-looking.ts'
import { tell } from '@tandem/server/notifications/tell.ts'
import type { PushTarget } from '@tandem/shared/contracts/push.ts'
import { newId, type PersonId, type SignInId } from '@tandem/shared/ids.ts'
import { onTestFinished } from 'vitest'
import { openPushService } from './push-service.ts'
import { notice, pairOf, toldScene } from './scene.ts'

export async function pushScene() {
  const scene = await toldScene()
  const people = await pairOf(scene)
  const service = await openPushService()
  const keys = await loadPushKeys(scene.dataDir)
  const ended = new Set<SignInId>()
  let push: Running | undefined
  onTestFinished(() => push?.close())
  const start = () =>
    startPush({
      db: scene.db,
      clock: scene.clock,
      post: webPushPost({
        keys,
        contact: 'mailto:tandem@example.org',
        services: { hosts: [service.host], mayBePrivate: true },
        now: scene.clock.now,
        patience: 3000,
      }),
      isSignInAlive: (signIn) => Promise.resolve(!ended.has(signIn)),
      onTrouble: () => undefined,
    })
  return {
    ...people,
    scene,
    service,
    keys,
    db: () => scene.db,
    /** A browser in which this person is signed in. */
    device: async (person: PersonId, name: string, target: PushTarget = service.subscribe(name)) => {
      const signIn = newId() as SignInId
      await addTarget(scene.db, { person, signIn }, target, scene.clock.now())
      return { signIn, target, end: () => ended.add(signIn) }
    },
    tellAna: (words = 'Two days is tight for me.') =>
      tell(scene.db, [notice({ person: people.ana, journal: people.journal, by: people.ben, at: scene.clock.now(), words })]),
    readAll: async () => {
      const { notices } = await listNotices(scene.db, people.ana, { of: 'inbox' })
      await markNotices(scene.db, people.ana, { notices: notices.map(({ id }) => id), read: true }, scene.clock.now())
    },
    targets: () => scene.db.selectFrom('push_targets').select('endpoint').execute(),
    states: () => scene.db.selectFrom('pushes').select(['state', 'attempts', 'trouble']).orderBy('created_at').execute(),
    pass: async (milliseconds: number) => {
      push ??= start()
      await push.look()
      scene.clock.move(milliseconds)
      await push.look()
      // A look that was under way when the time came may have begun before it.
      await push.look()
    },
    restart: async () => {
      await push?.close()
      await scene.restart()
      push = undefined
    },
  }
}
