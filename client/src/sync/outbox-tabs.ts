/** The tabs of one person in one browser: one at a time sends, and each hears when another has changed what waits. */
import type { PersonId } from '@tandem/shared/ids.ts'
import type { OutboxOptions } from './outbox-options.ts'

/** Where the browser has no locks (a page without TLS), two tabs may send the same command, which the server takes once. */
export function outboxTabs(person: PersonId): Pick<OutboxOptions, 'alone' | 'otherTabs'> {
  const name = `tandem:${person}:outbox`
  const channel = new BroadcastChannel(name)
  const locks = navigator.locks as LockManager | undefined
  return {
    alone: (work) => (locks ? locks.request(name, work) : work()),
    otherTabs: {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no other origin
      tell: () => channel.postMessage('changed'),
      listen(heard) {
        channel.addEventListener('message', heard)
        return () => channel.close()
      },
    },
  }
}
