/** A file block copied in another journal: the file belongs there, so this journal needs one of its own. Pure. */
import { readKindFacts } from '@tandem/shared/document/entries/define-entry.ts'
import { file } from '@tandem/shared/document/entries/file.ts'
import type { Facts } from '@tandem/shared/document/facts.ts'
import { type FileId, JournalId } from '@tandem/shared/ids.ts'

/** Under which name the clipboard says in which journal a file is. No fact of any kind is called so. */
const FROM = 'fromJournal'

export interface CopiedFile {
  readonly from: JournalId
  readonly file: FileId
  readonly name: string | null
  /** Of a picture: so that its room on the page is known. */
  readonly size: { readonly width?: number; readonly height?: number }
}

/** The facts of a file as they go onto the clipboard. */
export function factsToCopy(facts: Facts, journal: JournalId | undefined): Facts {
  return journal && facts['file'] ? { ...facts, [FROM]: journal } : facts
}

/** `undefined` of what is no file, or does not say where it is. */
export function readCopiedFile(facts: Facts): CopiedFile | undefined {
  const from = JournalId.safeParse(facts[FROM]).data
  const known = readKindFacts(file, facts)
  if (!from || !known.file) return undefined
  const { width, height } = known
  return { from, file: known.file, name: known.name, size: width !== null && height !== null ? { width, height } : {} }
}
