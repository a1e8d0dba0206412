/** What push services wake in the browser: shows what the server says, and opens its journal when it is clicked. Part of the worker that keeps the program (see vite.config.ts). */
import type { PushMessage } from '@tandem/shared/contracts/push.ts'

declare const self: ServiceWorkerGlobalScope

self.addEventListener('push', (event) => {
  if (event.data) event.waitUntil(show(event.data.json() as PushMessage))
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(open(event.notification.data as PushMessage))
})

function show(message: PushMessage): Promise<void> {
  const { title, body, journal, language } = message
  return self.registration.showNotification(title, { body, tag: journal, lang: language, icon: '/icon-192.png', badge: '/icon-192.png', data: message })
}

/** A page of this journal that is open already is brought forward and left as it is: somebody may be writing there. */
async function open({ journal, path }: PushMessage): Promise<void> {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const there = windows.find(({ url }) => new URL(url).pathname.split('/')[2] === journal)
  await (there ? there.focus() : self.clients.openWindow(path))
}
