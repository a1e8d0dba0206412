/** Hands a person their words as files, without the server. */
import type { Millis } from '@tandem/shared/ids.ts'
import * as Y from 'yjs'
import { journalText, type TextOptions } from './journal-text.ts'

/** `text` is for reading, `document` holds everything and can be brought back into any Yjs program. */
export type CopyKind = 'text' | 'document'

/** How long a browser may take to begin with a download. */
const PATIENCE: Millis = 60_000

export function exportCopy(doc: Y.Doc, kind: CopyKind, options: TextOptions): void {
  const name = fileName(options.title)
  if (kind === 'text') return download(`${name}.md`, new Blob([journalText(doc, options)], { type: 'text/markdown' }))
  download(`${name}.yjs`, new Blob([new Uint8Array(Y.encodeStateAsUpdate(doc))], { type: 'application/octet-stream' }))
}

/** Letters and digits of any script stay; what a file system might not take becomes a dash. */
export function fileName(title: string): string {
  return (
    title
      .normalize('NFC')
      .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, 80) || 'journal'
  )
}

function download(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // Not in the same turn: some browsers begin later, and then find nothing. It may be the last way out for somebody's words.
  setTimeout(() => URL.revokeObjectURL(url), PATIENCE)
}
