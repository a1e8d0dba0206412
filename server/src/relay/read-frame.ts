/** What a client may say, read strictly: a frame that is not exactly one of these is garbage. */
import { MESSAGE, SYNC } from '@tandem/shared/wire/frames.ts'
import { createDecoder, hasContent, readVarUint8Array } from 'lib0/decoding'
import { readNumber } from './read-number.ts'

export type Heard =
  | { readonly kind: 'step1'; readonly vector: Uint8Array }
  /** `isStep2`: the answer to our step 1, which holds everything the client has and we lacked. */
  | { readonly kind: 'update'; readonly update: Uint8Array; readonly isStep2: boolean }
  | { readonly kind: 'awareness'; readonly states: Uint8Array }
  | { readonly kind: 'query-awareness' }

/** Reads a frame; `undefined` for garbage. The bytes in the answer are views of the frame. */
export function readFrame(frame: Uint8Array): Heard | undefined {
  const decoder = createDecoder(frame)
  try {
    const heard = readHeard(decoder)
    return hasContent(decoder) ? undefined : heard
  } catch (error) {
    if (error instanceof Error) return undefined
    throw error
  }
}

function readHeard(decoder: ReturnType<typeof createDecoder>): Heard | undefined {
  switch (readNumber(decoder)) {
    case MESSAGE.sync: {
      const step = readNumber(decoder)
      if (step !== SYNC.step1 && step !== SYNC.step2 && step !== SYNC.update) return undefined
      const bytes = readVarUint8Array(decoder)
      return step === SYNC.step1 ? { kind: 'step1', vector: bytes } : { kind: 'update', update: bytes, isStep2: step === SYNC.step2 }
    }
    case MESSAGE.awareness:
      return { kind: 'awareness', states: readVarUint8Array(decoder) }
    case MESSAGE.queryAwareness:
      return { kind: 'query-awareness' }
    default:
      return undefined
  }
}
