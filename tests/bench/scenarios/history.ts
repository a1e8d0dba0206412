/** What a long history costs on the disk: every keystroke of a real text, appended one by one. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { atMost } from '../goals.ts'
import type { RoomPlan } from '../load/plan.ts'
import { runLoad } from '../load/run-load.ts'
import { findKeystrokes, FINAL_STATE_BYTES, KEYSTROKES_MISSING } from '../keystrokes-file.ts'
import type { Row, Scenario } from '../scenario.ts'
import { seedHistory } from '../systems/seed-history.ts'
import { settle } from '../systems/settle.ts'
import { measureEach } from '../systems/start-systems.ts'
import type { RunningSystem, System } from '../systems/system.ts'
import { tandem } from '../systems/tandem.ts'

const GROWTH = 2

export const history: Scenario = {
  name: 'history',
  title: '259,778 keystrokes of a real text appended one by one without a pause (2,000 in flight), then compacted',
  run: async (bench) => {
    const file = findKeystrokes()
    const rows: Row[] = []
    if (!file) {
      bench.note(KEYSTROKES_MISSING)
      return rows
    }
    await measureEach(bench, [tandem], async (system, server) => {
      const { room, seconds } = await seedHistory(system, server, file)
      const before = storedBytes(server.dataDir, room.document)
      const stored = await letCompact(system, server, room)
      const row = (figure: string, unit: string, value: number): Row => ({ figure, unit, values: new Map([[system.name, value]]), goals: [] })
      rows.push(
        row('until all were durable', 's', seconds),
        row('log before compaction', 'kB', before.log / 1000),
        row('log', 'kB', stored.log / 1000),
        row('snapshot', 'kB', stored.snapshot / 1000),
      )
      const inAll = row('stored in all', 'kB', (stored.log + stored.snapshot) / 1000)
      rows.push({ ...inAll, goals: [atMost((GROWTH * FINAL_STATE_BYTES) / 1000)] })
    })
    return rows
  },
}

/** Entries may be compacted once their writer has paused this long. */
const PAUSE_MS = 31_000
const COMPACTION_LIMIT_MS = 60_000
const LOOK_MS = 1000

/** Pauses, writes a little and leaves, as people do; answers what is stored once the log has shrunk, or after a minute. */
async function letCompact(system: System, server: RunningSystem, room: RoomPlan): Promise<StoredBytes> {
  const before = storedBytes(server.dataDir, room.document)
  await sleep(PAUSE_MS)
  const behaviour = { kind: 'pace', writers: 1, perSecond: 20, timing: { warmUpMs: 0, measureMs: 2000 } } as const
  const rooms = [{ ...room, cookies: room.cookies.slice(0, 1) }]
  await runLoad({ port: server.port, dialect: system.dialect, acks: system.acks, rooms, behaviour }, () => Promise.resolve())
  for (const until = performance.now() + COMPACTION_LIMIT_MS; performance.now() < until; await sleep(LOOK_MS)) {
    const stored = storedBytes(server.dataDir, room.document)
    if (stored.log < before.log / 2) break
  }
  await settle(server)
  return storedBytes(server.dataDir, room.document)
}

interface StoredBytes {
  readonly log: number
  readonly snapshot: number
}

function storedBytes(dataDir: string, document: string): StoredBytes {
  const name = readdirSync(dataDir).find((file) => /\.(sqlite|db)$/.test(file))
  if (!name) throw new Error('No database was found in the data folder.')
  const database = new DatabaseSync(join(dataDir, name), { readOnly: true, timeout: 5000 })
  const sum = (table: string) =>
    Number(database.prepare(`SELECT coalesce(sum(length(bytes)), 0) AS total FROM ${table} WHERE document_id = ?`).get(document)?.['total'] ?? 0)
  const stored = { log: sum('log_entries'), snapshot: sum('snapshots') }
  database.close()
  return stored
}
