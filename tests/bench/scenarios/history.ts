/** What a long history costs on the disk: every keystroke of a real text, appended one by one. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { atMost } from '../goals.ts'
import { findKeystrokes, FINAL_STATE_BYTES, KEYSTROKES_MISSING } from '../keystrokes-file.ts'
import type { Row, Scenario } from '../scenario.ts'
import { seedHistory } from '../systems/seed-history.ts'
import { measureEach } from '../systems/start-systems.ts'
import { tandem } from '../systems/tandem.ts'

const GROWTH = 2

export const history: Scenario = {
  name: 'history',
  title: '259,778 keystrokes of a real text appended one by one by one person (2,000 in flight)',
  run: async (bench) => {
    const file = findKeystrokes()
    const rows: Row[] = []
    if (!file) {
      bench.note(KEYSTROKES_MISSING)
      return rows
    }
    await measureEach(bench, [tandem], async (system, server) => {
      const { room, seconds } = await seedHistory(system, server, file)
      const stored = storedBytes(server.dataDir, room.document)
      const row = (figure: string, unit: string, value: number): Row => ({ figure, unit, values: new Map([[system.name, value]]), goals: [] })
      rows.push(row('until all were durable', 's', seconds), row('log', 'kB', stored.log / 1000), row('snapshot', 'kB', stored.snapshot / 1000))
      const inAll = row('stored in all', 'kB', (stored.log + stored.snapshot) / 1000)
      rows.push({ ...inAll, goals: [atMost((GROWTH * FINAL_STATE_BYTES) / 1000)] })
    })
    return rows
  },
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
