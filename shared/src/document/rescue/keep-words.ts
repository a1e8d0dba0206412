/** Everything a client does so that no word is lost in a block that somebody remakes, as one. */
import type * as Y from 'yjs'
import { keepDeleted, type KeptDeleted } from './keep-deleted.ts'
import { type LateWords, rescueLateWords } from './late-words.ts'
import { rescueOwnWords } from './rescue-words.ts'

export interface WordKeeping {
  /** Whether a client id is this client's, or that of a closed tab that it answers for. */
  readonly isOwn: (client: number) => boolean
  /** Whether the server and this device have the same. */
  readonly isSettled: () => boolean
}

/** Watches a document for as long as it lives. */
export function keepWords(doc: Y.Doc, { isOwn, isSettled }: WordKeeping): LateWords & KeptDeleted {
  rescueOwnWords(doc, isOwn)
  const late = rescueLateWords(doc, isOwn)
  return { ...late, ...keepDeleted(doc, () => isSettled() && !late.isWaiting()) }
}
