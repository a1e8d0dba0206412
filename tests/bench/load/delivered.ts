/** Which keystrokes a received update holds. Read in place, since the generator's time must not be what is measured; servers may have merged updates on their way. */
import * as Y from 'yjs'
import type { Cursor } from './varint.ts'

const STRING = 4
const HAS_ORIGIN = 0x80

type Tell = (clientId: number, clock: number, count: number) => void

/** Tells the client id, first clock and number of keystrokes of the update at the cursor, which ends at `end`; one run per client. */
export function readDelivered(cursor: Cursor, end: number, tell: Tell): void {
  const start = cursor.at
  const runs: [number, number, number][] = []
  const clients = cursor.readVarUint()
  for (let index = 0; index < clients; index += 1) {
    const run = readRun(cursor)
    if (!run) {
      readAnything(cursor.bytes.subarray(start, end), tell)
      return
    }
    runs.push(run)
  }
  for (const [clientId, clock, count] of runs) tell(clientId, clock, count)
}

/** The structs of one client, when they are all typed strings. */
function readRun(cursor: Cursor): [number, number, number] | undefined {
  const structs = cursor.readVarUint()
  const clientId = cursor.readVarUint()
  const clock = cursor.readVarUint()
  let count = 0
  for (let index = 0; index < structs; index += 1) {
    const info = cursor.readByte()
    if (info === (STRING | HAS_ORIGIN)) {
      cursor.readVarUint()
      cursor.readVarUint()
    } else if (info === STRING && cursor.readByte() === 1) {
      const nameLength = cursor.readVarUint()
      cursor.at += nameLength
    } else {
      return undefined
    }
    // One byte per keystroke: a typist types ASCII.
    const length = cursor.readVarUint()
    cursor.at += length
    count += length
  }
  return [clientId, clock, count]
}

function readAnything(update: Uint8Array, tell: Tell): void {
  for (const struct of Y.decodeUpdate(Uint8Array.from(update)).structs) tell(struct.id.client, struct.id.clock, struct.length)
}
