/** What the log acknowledged is there after the process was killed in the middle of everything. */
import type { DocumentId } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import { startChild } from './child.ts'
import { readAll } from './log-scene.ts'
import { sqliteStore, temporaryFolder } from './store.ts'

test.for([60, 200, 350])('[L2] every entry acknowledged before a kill is there afterwards, the kill after ack %i', async (acks) => {
  const dataDir = await temporaryFolder()
  const child = startChild('write-log.ts', [dataDir])
  await child.said(new RegExp(`^acked ${acks} `))
  await child.kill()

  const document = (child.lines[0] ?? '').replace('document ', '') as DocumentId
  const acked = child.lines.slice(1).map((line) => line.split(' ')[2])
  const { log } = await sqliteStore({ dataDir })
  const entries = await readAll(log, document)
  const stored = new Map(entries.map(({ id, updates }) => [id, new TextDecoder().decode(updates[0])]))
  expect(acked.length).toBeGreaterThanOrEqual(acks)
  expect(acked.filter((id) => id !== undefined && stored.get(id) !== id)).toEqual([])
  expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1))
})
