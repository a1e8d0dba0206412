/** Who writes their own words again: the tab that wrote them, or the one that answers for it since it was closed, and says so to the others. */
import type { Awareness } from 'y-protocols/awareness'

const FIELD = 'answersFor'

/** Tells the others that this tab answers for the words of closed ones. */
export function answerFor(awareness: Awareness, closed: readonly number[]): void {
  if (closed.length > 0) awareness.setLocalStateField(FIELD, closed)
}

/** Whether the tab with this client id is open, or one that answers for it. What others say is not trusted to be of any shape. */
export function isPresent(awareness: Awareness, client: number): boolean {
  const states = awareness.getStates()
  return states.has(client) || [...states.values()].some(({ [FIELD]: closed }) => Array.isArray(closed) && closed.includes(client))
}
