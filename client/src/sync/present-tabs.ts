/** Who writes their own words again: the tab that wrote them, or the one that answers for it since it was closed, and says so to the others. */
import type { Awareness } from 'y-protocols/awareness'

const FIELD = 'answersFor'

/** The client ids of closed tabs that this one answers for. */
export interface AnsweredTabs {
  has(client: number): boolean
  add(clients: readonly number[]): void
  /** Answers for none any more. */
  clear(): void
}

export function openAnsweredTabs(awareness: Awareness): AnsweredTabs {
  let tabs: readonly number[] = []
  function change(now: readonly number[]): void {
    if (now.length === 0 && tabs.length === 0) return
    tabs = now
    awareness.setLocalStateField(FIELD, tabs)
  }
  return {
    has: (client) => tabs.includes(client),
    add: (clients) => change([...tabs, ...clients]),
    clear: () => change([]),
  }
}

/** Whether the tab with this client id is open, or one that answers for it. What others say is not trusted to be of any shape. */
export function isPresent(awareness: Awareness, client: number): boolean {
  const states = awareness.getStates()
  return states.has(client) || [...states.values()].some(({ [FIELD]: closed }) => Array.isArray(closed) && closed.includes(client))
}
