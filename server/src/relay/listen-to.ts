/** Hears a connection: each frame is read strictly and given to the part of the room it is for. */
import type { Millis } from '@tandem/shared/ids.ts'
import type { Connection } from './connection.ts'
import { countRefusal } from './counters.ts'
import { answerStep1 } from './joining.ts'
import { readFrame } from './read-frame.ts'
import { receiveUpdate } from './receive-update.ts'
import type { Room } from './room.ts'
import type { SocketEar } from './socket.ts'
import { TokenBucket } from './token-bucket.ts'

/** A frame of so many bytes may be made to take long, and takes long from so many milliseconds on; so many times as long its sender is not read. */
const LARGE = 16_384
const LONG: Millis = 20
const RESTS = 9
const LONGEST_REST: Millis = 10_000

/** The ear of a connection that is in a room. `left` is called once, when it is gone. */
export function listenTo(connection: Connection, room: Room, left: () => void): SocketEar {
  const { clock, limits, counters, logger } = room.parts
  const frames = new TokenBucket(limits.framesPerSecond, clock.now())
  const bytes = new TokenBucket(limits.bytesPerSecond, clock.now())
  const now = () => clock.now()
  let isThrottled = false
  const throttle = (wait: number) => {
    isThrottled = true
    connection.pause()
    clock.after(wait, () => {
      isThrottled = false
      connection.resume()
    })
  }
  /** A large frame may hold what takes long to judge: then all others have had to wait for it, and its connection waits the longer. */
  const rest = (took: Millis) => {
    if (took >= LONG) throttle(Math.min(RESTS * took, LONGEST_REST))
  }
  return {
    message(data) {
      if (connection.isLeaving) return
      connection.isHeard = true
      counters.frames += 1
      counters.readBytes += data.length
      const began = now()
      const wait = Math.max(frames.take(1, now), bytes.take(data.length, now))
      if (wait > 0 && !isThrottled) throttle(wait)
      try {
        if (!hear(room, connection, data)) refuseGarbage(connection)
      } catch (error) {
        // A defect is this frame's alone; thrown on, it would end the process and everybody's connection with it.
        logger.error({ document: room.document, err: error }, 'a frame could not be handled')
        connection.close('internal')
      }
      // The goodbye of one that is closed must be read.
      if (data.length >= LARGE && !isThrottled && !connection.isLeaving) rest(now() - began)
    },
    broke(how) {
      if (how === 'malformed-frame') refuseGarbage(connection)
      else countRefusal(counters, how)
      connection.isLeaving = true
    },
    pong() {
      connection.isHeard = true
    },
    closed: left,
  }
}

/** Returns false when the frame is garbage. */
function hear(room: Room, connection: Connection, data: Uint8Array): boolean {
  const heard = readFrame(data)
  switch (heard?.kind) {
    case undefined:
      return false
    case 'update':
      receiveUpdate(room, connection, heard)
      return true
    case 'step1':
      return answerStep1(room, connection, heard.vector)
    case 'awareness':
      return room.presence.hear(connection, heard.states)
    case 'query-awareness':
      room.presence.answer(connection)
      return true
  }
}

function refuseGarbage(connection: Connection): void {
  connection.refuse('malformed-frame')
  connection.close('malformed-frame')
}
