/**
 * Which tab of this device answers for the words written under a client id: the one that writes them, and once it is closed one other, so that words which
 * somebody else took away unknowingly are written again once and not by each. Without locks (a page without TLS) every tab answers for its own, and each for what came too late.
 */
import type { DocumentId, Millis } from '@tandem/shared/ids.ts'

export interface Answering {
  /** Answers for these as well from now on, if nobody does; gives those it is so for. */
  take(tabs: readonly number[]): Promise<readonly number[]>
  /** Whether this tab, and no other, answers now for what came too late for all of them. */
  takeLate(): Promise<boolean>
  /** Answers for none any more. */
  close(): void
}

/** By then the other tabs have heard what this one did. */
const HEARD_BY_ALL: Millis = 10_000

export function openAnswering(document: DocumentId): Answering {
  const locks = navigator.locks as LockManager | undefined
  const closed = Promise.withResolvers<void>()

  function takeOne(name: number | 'late', until: () => Promise<void>): Promise<boolean> {
    return new Promise((resolve, reject) => {
      const hold = (lock: Lock | null): Promise<void> | undefined => {
        resolve(lock !== null)
        return lock ? until() : undefined
      }
      if (locks) locks.request(`tandem:${document}:${name}`, { ifAvailable: true }, hold).catch(reject)
      else resolve(name === 'late')
    })
  }

  let isHolding = false

  async function heardByAll(): Promise<void> {
    await Promise.race([closed.promise, new Promise((resolve) => setTimeout(resolve, HEARD_BY_ALL))])
    isHolding = false
  }

  return {
    async take(tabs) {
      const isTaken = await Promise.all(tabs.map((tab) => takeOne(tab, () => closed.promise)))
      return tabs.filter((_tab, place) => isTaken[place])
    },
    async takeLate() {
      if (!isHolding && (await takeOne('late', heardByAll))) isHolding = true
      return isHolding
    },
    close: () => closed.resolve(),
  }
}
