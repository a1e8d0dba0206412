/**
 * The frames the server sends, ready for the raw socket: websocket header and message in one buffer. A server's frames carry no
 * mask (RFC 6455, 5.1), so one buffer serves every connection of a room.
 */
import { Buffer } from 'node:buffer'
import { type FailureCode, failureKind } from '@tandem/shared/failure.ts'
import type { RowKind } from '@tandem/shared/wire/row-kinds.ts'
import { encodeFullness, encodeHint, encodeRefused, MESSAGE, SYNC } from '@tandem/shared/wire/frames.ts'

const BINARY = 0x82
const PING = 0x89

/** A Yjs update as an update message, and the place of the update itself in it: the log takes it from there, so that it is copied once. */
export interface UpdateFrame {
  readonly frame: Buffer
  readonly update: Uint8Array
}

export function frameUpdate(update: Uint8Array): UpdateFrame {
  const frame = frameBytes(SYNC.update, update)
  return { frame, update: frame.subarray(frame.length - update.length) }
}

/** As `frameUpdate`, for what is kept: in memory of its own, for a few bytes of those that Node shares out keep 64 KiB of them. */
export function frameKeptUpdate(update: Uint8Array): UpdateFrame {
  const made = frameUpdate(update)
  if (made.frame.buffer.byteLength === made.frame.length) return made
  const frame = Buffer.allocUnsafeSlow(made.frame.length)
  frame.set(made.frame)
  return { frame, update: frame.subarray(frame.length - update.length) }
}

/** Everything has been told: the client may call itself synced. */
export function frameStep2(update: Uint8Array): Buffer {
  return frameBytes(SYNC.step2, update)
}

/** Asks a client for what we lack. */
export function frameStep1(vector: Uint8Array): Buffer {
  return frameBytes(SYNC.step1, vector)
}

/** Written by hand: one is sent for nearly every update. */
export function frameAck(count: number): Buffer {
  const frame = allocate(1 + lengthSize(count))
  frame[2] = MESSAGE.ack
  let at = 3
  let rest = count
  while (rest > 127) {
    frame[at++] = (rest % 128) | 128
    rest = Math.floor(rest / 128)
  }
  frame[at] = rest
  return frame
}

export function frameRefused(code: FailureCode): Buffer {
  return frameMessage(encodeRefused(code, failureKind(code).words))
}

export function frameFullness(percent: number): Buffer {
  return frameMessage(encodeFullness(percent))
}

export function frameHint(what: RowKind): Buffer {
  return frameMessage(encodeHint(what))
}

/** Any other message. */
export function frameMessage(message: Uint8Array): Buffer {
  const frame = allocate(message.length)
  frame.set(message, frame.length - message.length)
  return frame
}

/** A Yjs update with neither structs nor deletions. */
export const EMPTY_UPDATE: Uint8Array = Uint8Array.of(0, 0)

/** A ping, and nobody's awareness: a stock client hangs up after 30 seconds without a message, and pings are none to it. */
export const BEAT_FRAME: Buffer = Buffer.concat([Buffer.of(PING, 0), frameMessage(Uint8Array.of(MESSAGE.awareness, 1, 0))])

function frameBytes(step: number, bytes: Uint8Array): Buffer {
  const frame = allocate(2 + lengthSize(bytes.length) + bytes.length)
  let at = frame.length - bytes.length - lengthSize(bytes.length) - 2
  frame[at++] = MESSAGE.sync
  frame[at++] = step
  let rest = bytes.length
  while (rest > 127) {
    frame[at++] = (rest & 127) | 128
    rest >>>= 7
  }
  frame[at++] = rest
  frame.set(bytes, at)
  return frame
}

/** A frame with its header written and room for `length` bytes at its end. */
function allocate(length: number): Buffer {
  if (length < 126) {
    const frame = Buffer.allocUnsafe(2 + length)
    frame[0] = BINARY
    frame[1] = length
    return frame
  }
  if (length < 65_536) {
    const frame = Buffer.allocUnsafe(4 + length)
    frame[0] = BINARY
    frame[1] = 126
    frame.writeUInt16BE(length, 2)
    return frame
  }
  const frame = Buffer.allocUnsafe(10 + length)
  frame[0] = BINARY
  frame[1] = 127
  frame.writeUInt32BE(0, 2)
  frame.writeUInt32BE(length, 6)
  return frame
}

function lengthSize(length: number): number {
  let size = 1
  for (let rest = length; rest > 127; rest = Math.floor(rest / 128)) size++
  return size
}
