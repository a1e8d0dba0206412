/** Answers a step 1: everything the joiner lacks, and only then the step 2 that lets it call itself synced. */
import type { Buffer } from 'node:buffer'
import type { Snapshot } from '../log/update-log.ts'
import type { Connection } from './connection.ts'
import type { Room } from './room.ts'
import { EMPTY_UPDATE, frameStep2, frameUpdate } from './server-frames.ts'
import { covers, parseStateVector, type StateVector } from './state-vector.ts'
import { readVector } from './stored-state.ts'

const SYNCED: Buffer = frameStep2(EMPTY_UPDATE)

/** Answers with committed bytes as they are where that is cheaper than comparing. Returns false when the vector is garbage. */
export function answerStep1(room: Room, connection: Connection, vectorBytes: Uint8Array): boolean {
  const vector = parseStateVector(vectorBytes)
  if (!vector) return false
  // Asking faster than it reads would pile up copies of the document.
  if (connection.isAnswering) return true
  const { stored, parts } = room
  const { snapshot } = stored
  const base = snapshot && readVector(snapshot)
  const hasBase = base !== undefined && covers(vector, base)
  const isWorthComparing = snapshot !== undefined && snapshot.bytes.length > parts.limits.wholeSnapshotBytes && !parts.comparisons.isBusy
  if (isWorthComparing && base && !hasBase && isOfSameDocument(vector, base)) {
    connection.isComparing = true
    // The vector is a view of the network's buffer, which does not outlive this turn.
    void compareElsewhere(room, connection, { snapshot, vector: vectorBytes.slice() })
  } else {
    finish(room, connection, [...(hasBase ? stored.deletesFrames : stored.snapshotFrames), ...stored.tailFrames, SYNCED])
  }
  return true
}

/** Whether the joiner has anything at all of what is in the snapshot: only then comparing spares bytes. */
function isOfSameDocument(vector: StateVector, base: StateVector): boolean {
  for (const client of vector.keys()) if (base.has(client)) return true
  return false
}

async function compareElsewhere(room: Room, connection: Connection, { snapshot, vector }: { snapshot: Snapshot; vector: Uint8Array }): Promise<void> {
  const { comparisons, logger } = room.parts
  let base: readonly Buffer[]
  try {
    const lacked = await comparisons.compare({ bytes: snapshot.bytes, vector, isPointless: () => connection.isLeaving })
    if (lacked === undefined) return
    base = [frameUpdate(lacked).frame]
  } catch (error) {
    logger.error({ document: room.document, err: error }, 'a snapshot could not be compared and is sent whole')
    base = room.stored.snapshotFrames
  }
  connection.isComparing = false
  if (connection.isLeaving) return
  // The tail now begins after a newer snapshot: what lies between would be missing.
  if (room.stored.snapshot !== snapshot) answerStep1(room, connection, vector)
  else finish(room, connection, [...base, ...room.stored.tailFrames, SYNCED])
}

function finish(room: Room, connection: Connection, frames: readonly Buffer[]): void {
  connection.sendJoin(frames)
  const isFirst = !connection.isJoined
  // What is committed from now on is sent as it comes; what was committed before is in the frames.
  connection.isJoined = true
  room.parts.counters.joins += 1
  // Its own awareness mostly comes along with its step 1: later, so that it is not told of itself.
  if (!isFirst) return
  room.parts.clock.atTurnEnd(() => room.presence.tellAll(connection))
  room.tellFullness(connection)
}
