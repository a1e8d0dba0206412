/** Journals whose screen is gone and whose last words the server does not have yet. They stay open until it has, or until their screen is opened again. */
import type { DocumentId, PersonId } from '@tandem/shared/ids.ts'
import type { JournalSession } from './session.ts'

interface Whose {
  readonly person: PersonId
  readonly documentId: DocumentId
}

interface Lingering extends Whose {
  readonly session: JournalSession
}

const lingering = new Map<string, Lingering>()

/** Closes the session when everything in it is saved, now or later. */
export function closeWhenSaved(whose: Whose, session: JournalSession): void {
  if (!session.isUnsaved()) return session.close()
  const key = keyOf(whose)
  const entry = { ...whose, session }
  lingering.set(key, entry)
  // The screen that asked before the tab was closed is gone. Added twice, it is there once.
  window.addEventListener('beforeunload', askBeforeLosing)
  const stopListening = session.subscribe(() => {
    if (lingering.get(key) !== entry) return stopListening()
    if (session.isUnsaved()) return
    stopListening()
    end(key)
    session.close()
  })
}

/** The session of a journal that was left, if it lingers: it is shown again, and lingers no more. */
export function takeUpLingering(whose: Whose): JournalSession | undefined {
  const key = keyOf(whose)
  const found = lingering.get(key)
  end(key)
  return found?.session
}

/** Whether this page alone has words of this person, or of anybody: neither the server nor the device has them. */
export function holdsWordsAlone(person?: PersonId): boolean {
  return [...lingering.values()].some((each) => (person ?? each.person) === each.person && each.session.isUnsaved() && each.session.state().storage !== 'ready')
}

function end(key: string): void {
  lingering.delete(key)
  if (lingering.size === 0) window.removeEventListener('beforeunload', askBeforeLosing)
}

/** What is on the device is sent when its person comes back; nobody need be kept for that. */
function askBeforeLosing(event: Event): void {
  if (holdsWordsAlone()) event.preventDefault()
}

function keyOf({ person, documentId }: Whose): string {
  return `${person}:${documentId}`
}
