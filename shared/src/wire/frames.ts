/** The frames of the wire: y-websocket 3's, and the four we add for those who ask. See PROTOCOL.md. */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { RowKind } from './row-kinds.ts'

/** Outer message types. 0, 1 and 3 are y-websocket's (3 asks for everybody's awareness); 64 to 67 are ours. */
export const MESSAGE = { sync: 0, awareness: 1, auth: 2, queryAwareness: 3, ack: 64, refused: 65, fullness: 66, hint: 67 } as const

/** The inner types of a sync message (y-protocols/sync). Steps 2 and updates bear an update. */
export const SYNC = { step1: 0, step2: 1, update: 2 } as const

/** Tells a client that its first `count` update-bearing sync frames on this connection are committed. */
export function encodeAck(count: number): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.ack)
    encoding.writeVarUint(encoder, count)
  })
}

/** Tells a client that a frame of theirs was refused, with a FailureCode and its words. */
export function encodeRefused(code: string, words: string): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.refused)
    encoding.writeVarString(encoder, code)
    encoding.writeVarString(encoder, words)
  })
}

/** Tells a client how much of what it may grow to the document has used, from 80 percent on; 0 when it is less again. */
export function encodeFullness(percent: number): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.fullness)
    encoding.writeVarUint(encoder, percent)
  })
}

/** Tells a client that rows of the journal beside its document have changed, so that it may ask for them again. */
export function encodeHint(what: RowKind): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.hint)
    encoding.writeVarString(encoder, what)
  })
}

export type OwnFrame =
  | { readonly kind: 'ack'; readonly count: number }
  | { readonly kind: 'refused'; readonly code: string; readonly words: string }
  | { readonly kind: 'fullness'; readonly percent: number }
  | { readonly kind: 'hint'; readonly what: string }

/** Reads one of our own frames; `undefined` for any other message, which is y-websocket's. Throws on a truncated frame. */
export function readOwnFrame(frame: Uint8Array): OwnFrame | undefined {
  const decoder = decoding.createDecoder(frame)
  switch (decoding.readVarUint(decoder)) {
    case MESSAGE.ack:
      return { kind: 'ack', count: decoding.readVarUint(decoder) }
    case MESSAGE.refused:
      return { kind: 'refused', code: decoding.readVarString(decoder), words: decoding.readVarString(decoder) }
    case MESSAGE.fullness:
      return { kind: 'fullness', percent: decoding.readVarUint(decoder) }
    case MESSAGE.hint:
      return { kind: 'hint', what: decoding.readVarString(decoder) }
    default:
      return undefined
  }
}

export interface SyncFrame {
  /** One of SYNC. */
  readonly step: number
  /** A state vector in a step 1, otherwise an update. */
  readonly bytes: Uint8Array
}

/** Reads the rest of a sync frame, behind its type. */
export function readSyncFrame(decoder: decoding.Decoder): SyncFrame {
  return { step: decoding.readVarUint(decoder), bytes: decoding.readVarUint8Array(decoder) }
}

/** Whether a frame a client sends bears an update, so that acks count it. */
export function bearsUpdate(frame: Uint8Array): boolean {
  return frame[0] === MESSAGE.sync && (frame[1] === SYNC.step2 || frame[1] === SYNC.update)
}
