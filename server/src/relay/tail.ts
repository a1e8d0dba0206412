/**
 * The entries of an open room since its snapshot, as update messages ready for the socket. They stand in one growing buffer, and not as a buffer each: a room that is
 * written into keeps hundreds, and what lives for seconds is what the collector of garbage pays for.
 */
import { Buffer } from 'node:buffer'
import type { Seq } from '@tandem/shared/ids.ts'

/** It grows by at least so much, and by half. */
const LEAST_GROWTH = 512

export class Tail {
  #bytes: Buffer = Buffer.alloc(0)
  #used = 0
  /** The seq of each entry, in the order they came, and where its frames end. */
  #seqs: Seq[] = []
  #ends: number[] = []

  get entries(): number {
    return this.#seqs.length
  }

  get bytes(): number {
    return this.#used
  }

  /** Everything, as it is sent to who joins. What is added later does not change it. */
  get frames(): Buffer {
    return this.#bytes.subarray(0, this.#used)
  }

  /** The frames are copied. */
  add(seq: Seq, frames: Uint8Array): void {
    const end = this.#used + frames.length
    if (end > this.#bytes.length) this.#grow(end)
    this.#bytes.set(frames, this.#used)
    this.#used = end
    this.#seqs.push(seq)
    this.#ends.push(end)
  }

  /** Only the entries above `seq` are kept. */
  dropUpTo(seq: Seq): void {
    const kept = new Tail()
    let start = 0
    for (const [index, end] of this.#ends.entries()) {
      const each = this.#seqs[index] ?? 0
      if (each > seq) kept.add(each, this.#bytes.subarray(start, end))
      start = end
    }
    this.#bytes = kept.#bytes
    this.#used = kept.#used
    this.#seqs = kept.#seqs
    this.#ends = kept.#ends
  }

  /** Into a new buffer, since the old one may be on its way to a socket. The first entry gets no more than it needs: many rooms have only that. */
  #grow(needed: number): void {
    const grown = Buffer.allocUnsafeSlow(this.#used === 0 ? needed : Math.max(needed, this.#used + Math.max(LEAST_GROWTH, this.#used >>> 1)))
    grown.set(this.#bytes.subarray(0, this.#used))
    this.#bytes = grown
  }
}
