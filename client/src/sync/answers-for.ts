/**
 * Which tab of this device answers for the words written under a client id: the one that writes them, and once it is closed one other, so that words which
 * somebody else took away unknowingly are written again once and not by each. Without locks (a page without TLS) every tab answers for its own alone.
 */
import type { DocumentId } from '@tandem/shared/ids.ts'

export interface Answering {
  /** Answers for these as well from now on, if nobody does; gives those it is so for. */
  take(tabs: readonly number[]): Promise<readonly number[]>
  /** Answers for none any more. */
  close(): void
}

export function openAnswering(document: DocumentId): Answering {
  const locks = navigator.locks as LockManager | undefined
  const closed = Promise.withResolvers<void>()

  function takeOne(tab: number): Promise<boolean> {
    return new Promise((resolve, reject) => {
      const hold = (lock: Lock | null): Promise<void> | undefined => {
        resolve(lock !== null)
        return lock ? closed.promise : undefined
      }
      if (locks) locks.request(`tandem:${document}:${tab}`, { ifAvailable: true }, hold).catch(reject)
      else resolve(false)
    })
  }

  return {
    async take(tabs) {
      const isTaken = await Promise.all(tabs.map(takeOne))
      return tabs.filter((_tab, place) => isTaken[place])
    },
    close: () => closed.resolve(),
  }
}
