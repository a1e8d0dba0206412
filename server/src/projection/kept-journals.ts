/** The documents the projection has read last, so that a journal that is being written in is not built anew after every pause. */
import type { DocumentId, Seq } from '@tandem/shared/ids.ts'
import type { ReadableJournal } from './readable-journal.ts'

export interface KeptJournal {
  readonly journal: ReadableJournal
  readonly seq: Seq
  /** Encoded; in memory it is many times as much. */
  readonly bytes: number
}

export class KeptJournals {
  readonly #mostBytes: number
  /** The one used longest ago first. */
  readonly #kept = new Map<DocumentId, KeptJournal>()
  #bytes = 0

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes
  }

  /** Takes it out: whoever has it changes it, and keeps it again afterwards. One that stands at another seq is no use to anybody. */
  take(document: DocumentId, seq: Seq): KeptJournal | undefined {
    const kept = this.#kept.get(document)
    if (!kept) return undefined
    this.#remove(document, kept)
    if (kept.seq === seq) return kept
    kept.journal.destroy()
    return undefined
  }

  keep(document: DocumentId, journal: KeptJournal): void {
    this.#kept.set(document, journal)
    this.#bytes += journal.bytes
    for (const [oldest, kept] of this.#kept) {
      if (this.#bytes <= this.#mostBytes) return
      this.#remove(oldest, kept)
      kept.journal.destroy()
    }
  }

  #remove(document: DocumentId, { bytes }: KeptJournal): void {
    this.#kept.delete(document)
    this.#bytes -= bytes
  }
}
