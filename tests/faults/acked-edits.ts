/** The file in which writers note every edit the server acked, before anything else happens; the auditor reads it. */
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'

export interface AckedEdit {
  readonly documentId: string
  /** A word that no other edit holds. */
  readonly word: string
}

export interface AckedEdits {
  note(edit: AckedEdit): void
  close(): void
}

/** Begins a new file. */
export function noteAckedEdits(path: string): AckedEdits {
  const file = openSync(path, 'w')
  return {
    note: ({ documentId, word }) => void writeSync(file, `${documentId} ${word}\n`),
    close: () => closeSync(file),
  }
}

export function readAckedEdits(path: string): AckedEdit[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [documentId, word] = line.split(' ')
      return documentId && word ? [{ documentId, word }] : []
    })
}
