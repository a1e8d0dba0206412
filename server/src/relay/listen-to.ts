/** Hears a connection: each frame is read strictly and given to the part of the room it is for. */
import type { Connection } from './connection.ts'
import { countRefusal } from './counters.ts'
import { answerStep1 } from './joining.ts'
import { readFrame } from './read-frame.ts'
import { receiveUpdate } from './receive-update.ts'
import type { Room } from './room.ts'
import type { SocketEar } from './socket.ts'
import { TokenBucket } from './token-bucket.ts'

/** The ear of a connection that is in a room. `left` is called once, when it is gone. */
export function listenTo(connection: Connection, room: Room, left: () => void): SocketEar {
  const { clock, limits, counters, logger, rests } = room.parts
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
      rests.judged(connection.signedIn.person, data.length, now() - began)
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
