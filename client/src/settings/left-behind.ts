/** What signing out leaves behind of a person: words and commands that the server does not have yet. */
import type { PersonId } from '@tandem/shared/ids.ts'
import { DEVICE_PATIENCE } from '../sync/device-patience.ts'
import { holdsWordsAlone } from '../sync/lingering-sessions.ts'
import { countWaitingCommands } from '../sync/outbox-store.ts'
import { countUnsavedEdits } from '../sync/unsaved-edits.ts'

/** `only-here`: something may be in this page alone, and is lost with it. */
export type LeftBehind = 'nothing' | 'on-device' | 'only-here'

/** `waiting` is how many commands this page knows of. What cannot be found out is taken for the worst. */
export async function findLeftBehind(person: PersonId, waiting: number): Promise<LeftBehind> {
  if (holdsWordsAlone(person)) return 'only-here'
  try {
    const [edits, commands] = await inTime(Promise.all([countUnsavedEdits(person), countWaitingCommands(person)]))
    if (waiting > commands) return 'only-here'
    return edits + commands > 0 ? 'on-device' : 'nothing'
  } catch (trouble) {
    console.warn('Nobody knows what this device has unsaved', trouble)
    return 'only-here'
  }
}

function inTime<Answer>(answer: Promise<Answer>): Promise<Answer> {
  const { promise, reject } = Promise.withResolvers<never>()
  const patience = setTimeout(() => reject(new Error('The storage does not answer')), DEVICE_PATIENCE)
  return Promise.race([answer, promise]).finally(() => clearTimeout(patience))
}
