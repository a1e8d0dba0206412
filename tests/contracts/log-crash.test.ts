/** What the log acknowledged is there after the process was killed in the middle of everything. */
import type { DocumentId } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import { startChild } from './child.ts'
import { readAll } from './log-scene.ts'
import { frontedStore, sqliteStore, temporaryFolder } from './store.ts'

const LOGS = [
  { name: 'tables', open: sqliteStore },
  { name: 'front', open: frontedStore },
]

const CASES = LOGS.flatMap((log) => [60, 200, 350].map((acks) => ({ ...log, acks })))

test.for(CASES)('[L2] every entry acknowledged before a kill is there afterwards: $name, killed after ack $acks', async ({ name, open, acks }) => {
  const dataDir = await temporaryFolder()
  const child = startChild('write-log.ts', [dataDir, name])
  await child.said(new RegExp(`^acked ${acks} `))
  await child.kill()

  const document = (child.lines[0] ?? '').replace('document ', '') as DocumentId
  const acked = child.lines.slice(1).map((line) => line.split(' ')[2])
  const { log } = await open({ dataDir })
  const entries = await readAll(log, document)
  const stored = new Set(entries.flatMap(({ updates }) => updates.map((update) => new TextDecoder().decode(update))))
  expect(acked.length).toBeGreaterThanOrEqual(acks)
  expect(acked.filter((id) => id !== undefined && !stored.has(id))).toEqual([])
  expect(entries.reduce((sum, { updates }) => sum + updates.length, 0)).toBe(entries.at(-1)?.seq)
})
