/**
 * Which document a journal is, for every journal that somebody opened on this device. Remembered beyond the sign-in: a journal tells it no more to
 * who was removed meanwhile, and words may still wait in its copy here.
 */
import type { DocumentId, JournalId, PersonId } from '@tandem/shared/ids.ts'

export function rememberDocument(person: PersonId, journal: JournalId, document: DocumentId): void {
  try {
    localStorage.setItem(nameOf(person, journal), document)
  } catch {
    // A browser that keeps nothing has no copy either.
  }
}

export function findDocument(person: PersonId, journal: JournalId): DocumentId | undefined {
  return (localStorage.getItem(nameOf(person, journal)) ?? undefined) as DocumentId | undefined
}

function nameOf(person: PersonId, journal: JournalId): string {
  return `tandem:document:${person}:${journal}`
}
