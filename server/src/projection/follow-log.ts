/** Wakes the projector: for documents the bus tells of once they have settled, for those left behind when the server starts, and again after trouble. */
import type { DocumentId, Millis } from '@tandem/shared/ids.ts'
import type { Bus } from '../bus/bus.ts'
import type { Cancel, Clock } from '../clock.ts'
import type { Projected, Projector } from './projector.ts'
import { restAfterFailures } from '../threads/rest-after-failures.ts'
import { SETTLING, type SettlingPolicy, type Unsettled, waitFor } from './settling.ts'

export interface FollowedParts {
  readonly projector: Projector
  readonly bus: Bus
  readonly clock: Clock
  /** The documents that lag behind, asked for once at the start. */
  readonly behind: () => AsyncIterable<DocumentId>
  /** Told of every pass that has written rows. */
  readonly onProjected: (document: DocumentId, projected: Projected) => Promise<void>
  /** Told when a pass fails; it is tried again. */
  readonly onTrouble: (trouble: unknown, document: DocumentId | undefined) => void
  readonly policy?: SettlingPolicy
}

export interface Following {
  /**
   * Projects now what the log holds: for whoever must not read rows of a moment ago. All who ask during a pass share the next one. Waits for ten seconds at most, and not for
   * a document whose pass failed before it is tried again: one that takes the thread's whole patience would take it from everybody, as often as somebody asks.
   */
  catchUp(document: DocumentId): Promise<void>
  /** As `catchUp`, of many: only those are projected that were written into and have not settled. Waits for a second at most, for a pass of somebody else's may be long. */
  settle(documents: readonly DocumentId[]): Promise<void>
  /** Resolves when the documents found behind at the start are projected. */
  readonly caughtUp: Promise<void>
  /** Hears nothing more, and resolves when the running pass has ended. */
  stop(): Promise<void>
}

const SETTLE_AT_MOST: Millis = 1000
const CATCH_UP_AT_MOST: Millis = 10_000

interface Waiting extends Unsettled {
  last: Millis
  cancel: Cancel
}

export function followLog({ projector, bus, clock, behind, onProjected, onTrouble, policy = SETTLING }: FollowedParts): Following {
  const waiting = new Map<DocumentId, Waiting>()
  const failures = new Map<DocumentId, number>()
  /** Their pass failed, and it is not time yet to try again. */
  const resting = new Set<DocumentId>()
  let isStopped = false
  /** Whose turn comes, each once however often it has settled meanwhile: the pass reads all that is in the log by then. */
  const due = new Set<DocumentId>()
  let isDraining = false
  /** The passes under way; of several of a document the last. */
  const running = new Map<DocumentId, Promise<void>>()
  /** The pass after the one under way, for those who asked meanwhile. */
  const nextPasses = new Map<DocumentId, Promise<void>>()

  const run = async (document: DocumentId): Promise<void> => {
    if (isStopped) return
    try {
      const projected = await projector.project(document)
      failures.delete(document)
      if (projected) await onProjected(document, projected)
    } catch (trouble) {
      if (isStopped) return
      const failed = (failures.get(document) ?? 0) + 1
      failures.set(document, failed)
      onTrouble(trouble, document)
      resting.add(document)
      clock.after(restAfterFailures(failed), () => {
        resting.delete(document)
        takeTurn(document)
      })
    }
  }
  const begin = (document: DocumentId): Promise<void> => {
    const pass = run(document).finally(() => {
      if (running.get(document) === pass) running.delete(document)
    })
    running.set(document, pass)
    return pass
  }
  const passFromNow = (document: DocumentId): Promise<void> => {
    const now = running.get(document)
    if (!now) return begin(document)
    const known = nextPasses.get(document)
    if (known) return known
    const next = now.then(() => {
      nextPasses.delete(document)
      return begin(document)
    })
    nextPasses.set(document, next)
    return next
  }
  const waitAtMost = async (limit: Millis, passes: readonly Promise<void>[]): Promise<void> => {
    const late = Promise.withResolvers<void>()
    const cancel = clock.after(limit, late.resolve)
    await Promise.race([Promise.all(passes), late.promise])
    cancel()
  }
  const drain = async (): Promise<void> => {
    if (isDraining) return
    isDraining = true
    for (const document of due) {
      due.delete(document)
      if (!resting.has(document)) await begin(document)
    }
    isDraining = false
  }
  const takeTurn = (document: DocumentId): void => {
    due.add(document)
    void drain()
  }
  const consider = (document: DocumentId): void => {
    const known = waiting.get(document)
    if (!known) return
    const wait = waitFor(known, clock.now(), policy)
    if (wait > 0) known.cancel = clock.after(wait, () => consider(document))
    else {
      waiting.delete(document)
      takeTurn(document)
    }
  }
  // Heard for every commit of every room, so it only writes down the time; the one timer of a document looks at it when it rings.
  const unsubscribe = bus.subscribe((message) => {
    if (message.kind !== 'appended') return
    const now = clock.now()
    const known = waiting.get(message.document)
    if (known) known.last = now
    else waiting.set(message.document, { since: now, last: now, cancel: clock.after(policy.quiet, () => consider(message.document)) })
  })
  const catchUpAll = async () => {
    try {
      for await (const document of behind()) await run(document)
    } catch (trouble) {
      if (!isStopped) onTrouble(trouble, undefined)
    }
  }
  const caughtUp = catchUpAll()

  return {
    catchUp: async (document) => {
      if (!resting.has(document)) await waitAtMost(CATCH_UP_AT_MOST, [passFromNow(document)])
    },
    settle: async (documents) => {
      for (const document of documents) {
        const unsettled = waiting.get(document)
        unsettled?.cancel()
        waiting.delete(document)
        // Before all whose turn comes: somebody is waiting.
        const isUnread = due.delete(document) || unsettled !== undefined
        if (isUnread && !resting.has(document)) void begin(document)
      }
      const passes = documents.flatMap((document) => running.get(document) ?? [])
      if (passes.length > 0) await waitAtMost(SETTLE_AT_MOST, passes)
    },
    caughtUp,
    stop: async () => {
      isStopped = true
      unsubscribe()
      for (const { cancel } of waiting.values()) cancel()
      due.clear()
      await Promise.all([...running.values(), caughtUp])
    },
  }
}
