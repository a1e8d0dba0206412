/** The file in which writers note every edit the server acked, and when, before anything else happens; the auditor reads it. */
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'

export interface AckedEdit {
  readonly documentId: string
  /** A word that no other edit holds. */
  readonly word: string
  /** When its ack was heard, in milliseconds since 1970. */
  readonly at: number
}

export interface AckedEdits {
  readonly path: string
  note(edit: AckedEdit): void
  close(): void
}

/** Begins a new file. */
export function noteAckedEdits(path: string): AckedEdits {
  const file = openSync(path, 'w')
  return {
    path,
    note: ({ documentId, word, at }) => void writeSync(file, `${documentId} ${word} ${at}\n`),
    close: () => closeSync(file),
  }
}

export function readAckedEdits(path: string): AckedEdit[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [documentId, word, at] = line.split(' ')
      return documentId && word && at ? [{ documentId, word, at: Number(at) }] : []
    })
}
