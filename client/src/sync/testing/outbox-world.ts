/** The world around an outbox: a server that stores each id once behind a line that may break, and the tabs of one browser. */
import type { Failure } from '@tandem/shared/failure.ts'
import { type JournalId, newId } from '@tandem/shared/ids.ts'
import { onTestFinished } from 'vitest'
import { type Outbox, openOutbox } from '../outbox.ts'
import type { Command, OutboxStore } from '../outbox-command.ts'
import type { OutboxOptions } from '../outbox-options.ts'
import { memoryOutboxStore } from './outbox-memory.ts'

export const OURS = 'ours' as JournalId
export const OTHERS = 'others' as JournalId

export function command(says: string, journal = OURS): Command {
  return { id: newId(), journal, name: 'say', input: {}, says, at: 1 }
}

const noRefusal = () => undefined

/** A server that stores each id once, and a line to it that may be cut. */
export function world() {
  const taken: string[] = []
  const ids = new Set<string>()
  const line = { isCut: false, losesAnswers: false, refuses: noRefusal as (given: Command) => Failure | undefined }
  let sends = 0
  const send = async (given: Command): Promise<void> => {
    sends += 1
    if (line.isCut) throw new TypeError('Failed to fetch')
    const refusal = line.refuses(given)
    if (refusal) throw refusal
    if (!ids.has(given.id)) taken.push(given.says)
    ids.add(given.id)
    if (line.losesAnswers) throw new TypeError('The line broke before the answer')
  }
  return { taken, line, send, sends: () => sends }
}

/** The tabs of one browser: one lock, one channel, one store. */
export function browser(store: OutboxStore = memoryOutboxStore()) {
  let last = Promise.resolve()
  const hearing = new Set<() => void>()
  return (parts: Pick<OutboxOptions, 'send'> & Partial<OutboxOptions>): Outbox => {
    let own: (() => void) | undefined
    const tab = openOutbox({
      openStore: async () => store,
      landed: async () => undefined,
      alone: (work) => {
        last = last.then(work)
        return last
      },
      otherTabs: {
        tell: () => [...hearing].filter((each) => each !== own).forEach((each) => each()),
        listen(heard) {
          own = heard
          hearing.add(heard)
          return () => hearing.delete(heard)
        },
      },
      ...parts,
    })
    onTestFinished(() => tab.close())
    return tab
  }
}

export function seededRandom(seed: number): () => number {
  let state = seed * 2_654_435_761
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
