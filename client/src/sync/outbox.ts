/**
 * What a person said and the server has not taken yet: sent in order, one after the other in each journal, by one tab at a time. It survives the tab
 * and the network; what is refused is kept for the person and holds up nothing else.
 */
import type { FailureCode } from '@tandem/shared/failure.ts'
import type { JournalId, Millis } from '@tandem/shared/ids.ts'
import { createListeners } from './listeners.ts'
import type { Command, OutboxStore, RefusedCommand } from './outbox-command.ts'
import { openInTime } from './outbox-opening.ts'
import type { OutboxOptions } from './outbox-options.ts'
import { outcomeOf } from './outbox-outcome.ts'

export interface Outbox {
  /** Shown as pending at once, on this device as soon as it takes it, sent as soon as somebody answers. */
  add(command: Command): void
  /** Sent or not, what the server's rows may not show yet, in order. The same array until it changes. */
  pending(): readonly Command[]
  /** Not taken by the server yet. The same array until it changes. */
  waiting(): readonly Command[]
  refused(): readonly RefusedCommand[]
  /** Whether an attempt has failed and what waits is only on this device for now. */
  isStalled(): boolean
  /** Takes a refused one out of sight. */
  forget(id: string): void
  /** Sends a refused one again, behind everything that waits. */
  tryAgain(id: string): void
  /** A good moment to send: the network or the person came back. */
  retry(): void
  /** Called when any of this has changed. Returns the way to stop listening. */
  subscribe(listener: () => void): () => void
  close(): void
}

const FIRST_PAUSE: Millis = 1_000
const LONGEST_PAUSE: Millis = 15_000
/** An answer that is this late is not coming soon: say that the command is only here. */
const ANSWER_PATIENCE: Millis = 3_000

export function openOutbox(options: OutboxOptions): Outbox {
  const listeners = createListeners()
  /** Given here, and not known to be on the device yet. */
  const given = new Map<string, Command>()
  const landing = new Map<string, Command>()
  /** Refused here, and not seen on the device as that: a full one may not take it down. */
  const unkept = new Map<string, RefusedCommand>()
  /** Sent or forgotten here. A store that cannot take that down goes on showing them, and what was sent would be sent again at once. */
  const ended = new Set<string>()
  const defects = new Map<string, number>()
  const opening = openInTime(options.openStore, storeLate)
  let stored: readonly Command[] = []
  let storedRefused: readonly RefusedCommand[] = []
  let refused: readonly RefusedCommand[] = []
  let waiting: readonly Command[] = []
  let pending: readonly Command[] = []
  let isStalled = false
  let isSending = false
  let isAskedAgain = false
  let isClosed = false
  let pause = FIRST_PAUSE
  let later: ReturnType<typeof setTimeout> | undefined

  function tell(): void {
    const ids = new Set(stored.map(({ id }) => id))
    waiting = [...stored, ...[...given.values()].filter(({ id }) => !ids.has(id))]
    refused = [...storedRefused.filter(({ id }) => !given.has(id) && !unkept.has(id) && !ended.has(id)), ...unkept.values()]
    pending = [...landing.values(), ...waiting.filter(({ id }) => !landing.has(id))]
    if (waiting.length === 0) isStalled = false
    listeners.tell()
  }

  /** A store that is missing or stops working (a full disk, cleared site data) costs what closing the page would cost, and the page asks before that. */
  async function inStore<Answer>(act: (store: OutboxStore) => Promise<Answer>): Promise<Answer | undefined> {
    try {
      const store = await opening()
      return store && (await act(store))
    } catch (trouble) {
      console.warn('The outbox cannot be kept on this device', trouble)
      return undefined
    }
  }

  /** Reads what all tabs have left. What another tab has sent meanwhile is shown until the rows are here. */
  async function readStore(): Promise<void> {
    const now = await inStore((store) => store.load())
    if (!now) return tell()
    const left = new Set([...now.waiting, ...now.refused].map(({ id }) => id))
    for (const command of stored) if (!left.has(command.id)) land(command)
    storedRefused = now.refused
    for (const { id } of storedRefused) unkept.delete(id)
    for (const id of ended) if (!left.has(id)) ended.delete(id)
    stored = now.waiting.filter(({ id }) => !ended.has(id) && !unkept.has(id))
    tell()
  }

  function land(command: Command): void {
    if (landing.has(command.id)) return
    landing.set(command.id, command)
    void showUntilLanded(command)
  }

  async function showUntilLanded(command: Command): Promise<void> {
    try {
      await options.landed(command)
    } finally {
      landing.delete(command.id)
      tell()
    }
  }

  async function keep(command: Command): Promise<void> {
    given.set(command.id, command)
    ended.delete(command.id)
    tell()
    const isKept = await inStore((store) => store.add(command).then(() => true))
    if (!isKept) return
    await readStore()
    given.delete(command.id)
    options.otherTabs.tell()
  }

  /** It opened when it was no longer waited for: it takes what the page has kept, and what it holds itself is sent. */
  function storeLate(): void {
    for (const command of given.values()) if (!ended.has(command.id)) void keep(command)
    for (const refusal of unkept.values()) void inStore((store) => store.refuse(refusal, refusal.code))
    void run()
  }

  async function attempt(command: Command): Promise<boolean> {
    const patience = setTimeout(stall, ANSWER_PATIENCE)
    try {
      await options.send(command)
    } catch (trouble) {
      const outcome = outcomeOf(trouble, defects.get(command.id) ?? 0)
      if (outcome.kind === 'refused') return refuse(command, outcome.code)
      if (outcome.kind === 'wait' && outcome.isDefect) defects.set(command.id, (defects.get(command.id) ?? 0) + 1)
      return false
    } finally {
      clearTimeout(patience)
    }
    land(command)
    ended.add(command.id)
    await inStore((store) => store.remove(command.id))
    return settle(command)
  }

  async function refuse(command: Command, code: FailureCode): Promise<true> {
    unkept.set(command.id, { ...command, code })
    // Before the store has it: once told, it may be tried again, and what is given again must not be settled.
    settle(command)
    await inStore((store) => store.refuse(command, code))
    return true
  }

  /** It waits no more. */
  function settle({ id }: Command): true {
    given.delete(id)
    stored = stored.filter((each) => each.id !== id)
    isStalled = false
    return true
  }

  function stall(): void {
    isStalled = true
    tell()
  }

  /** Sends what it can. A journal whose command must wait is left for later; the others go on. */
  async function sendAll(): Promise<void> {
    const held = new Set<JournalId>()
    await readStore()
    for (let next = waiting[0]; next; next = isClosed ? undefined : waiting.find(({ journal }) => !held.has(journal))) {
      if (await attempt(next)) {
        pause = FIRST_PAUSE
        await readStore()
        options.otherTabs.tell()
      } else {
        held.add(next.journal)
        stall()
      }
    }
  }

  async function run(): Promise<void> {
    clearTimeout(later)
    if (isSending) {
      isAskedAgain = true
      return
    }
    isSending = true
    try {
      do {
        isAskedAgain = false
        await options.alone(sendAll)
      } while (isAskedAgain)
    } finally {
      isSending = false
    }
    if (waiting.length === 0 || isClosed) return
    later = setTimeout(() => void run(), pause * (0.75 + Math.random() / 2))
    pause = Math.min(pause * 2, LONGEST_PAUSE)
  }

  const stopListening = options.otherTabs.listen(() => void readStore())
  void run()

  return {
    add(command) {
      void keep(command).then(run)
    },
    pending: () => pending,
    waiting: () => waiting,
    refused: () => refused,
    isStalled: () => isStalled,
    forget(id) {
      ended.add(id)
      // Where its refusal could not be stored, the store has it waiting still.
      const isWaitingThere = unkept.delete(id)
      tell()
      void inStore((store) => (isWaitingThere ? store.remove(id) : store.forget(id))).then(readStore)
    },
    tryAgain(id) {
      const command = refused.find((each) => each.id === id)
      if (!command) return
      const { code: _code, ...again } = command
      unkept.delete(id)
      void keep(again).then(run)
    },
    retry() {
      pause = FIRST_PAUSE
      if (waiting.length > 0) void run()
    },
    subscribe: listeners.add,
    close() {
      isClosed = true
      clearTimeout(later)
      stopListening()
    },
  }
}
