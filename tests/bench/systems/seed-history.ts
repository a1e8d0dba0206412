/** Puts a recorded history into a system as its own users would have left it there, with no room open. */
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import * as Y from 'yjs'
import { readHistory } from '../load/content.ts'
import type { RoomPlan } from '../load/plan.ts'
import { runLoad } from '../load/run-load.ts'
import { settle } from './settle.ts'
import type { RunningSystem, System } from './system.ts'

const WINDOW = 2000
/** How long a room stays open after the last one left, and some more. */
const ROOM_CLOSES_MS = 7000

export interface Seeded {
  readonly room: RoomPlan
  /** How long the history took to be acked keystroke by keystroke; NaN for a peer, into whose store the final state is written. */
  readonly seconds: number
}

/** Tandem gets every keystroke over the wire and acks it; Hocuspocus gets what its SQLite extension stores after the last one. */
export async function seedHistory(system: System, server: RunningSystem, file: string): Promise<Seeded> {
  const [room] = await server.makeRooms(1, 2)
  if (!room) throw new Error('No room was made.')
  if (!system.acks) {
    storeFinalState(join(server.dataDir, 'hocuspocus.sqlite'), room.document, file)
    return { room, seconds: Number.NaN }
  }
  const writer = { ...room, cookies: room.cookies.slice(0, 1) }
  const behaviour = { kind: 'history', file, window: WINDOW } as const
  const { seconds } = await runLoad({ port: server.port, dialect: system.dialect, acks: true, rooms: [writer], behaviour }, () => Promise.resolve())
  await sleep(ROOM_CLOSES_MS)
  await settle(server)
  return { room, seconds }
}

/** The state after the last keystroke, as Yjs encodes it. */
function storeFinalState(database: string, document: string, file: string): void {
  const doc = new Y.Doc()
  for (const update of readHistory(file)) Y.applyUpdate(doc, update)
  const store = new DatabaseSync(database, { timeout: 5000 })
  store.prepare('INSERT INTO documents (name, data) VALUES (?, ?)').run(document, Y.encodeStateAsUpdate(doc))
  store.close()
}
