/** Promise 12, the drill: a backup is taken while people write, restored on an empty machine, and compared by a program that wrote nothing. */
import { copyFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { noteAckedEdits, readAckedEdits } from '../faults/acked-edits.ts'
import { type BusyWriter, busyWriter } from '../faults/busy-writer.ts'
import { audit } from '../faults/audit-report.ts'
import { eventually } from '../support/eventually.ts'
import { call, pair, type TestJournal } from '../support/people.ts'
import { startServer } from '../support/server.ts'
import { readStoredLog } from '../support/stored-log.ts'
import { runCommand } from './command.ts'
import { temporaryFolder } from './folder.ts'

const ROOMS = 5
const WRITERS_PER_ROOM = 4
const ENV = { LIMIT_SIGN_INS: '0', LIMIT_CALLS: '0', LOG_LEVEL: 'error' }

function sumOf(writers: readonly BusyWriter[]): number {
  return writers.reduce((sum, writer) => sum + writer.ackedCount, 0)
}

test('a backup taken under load restores whole, and those who were ahead bring the rest', { timeout: 120_000 }, async () => {
  const folder = await temporaryFolder()
  const [dataDir, file, ackedFile, ackedBefore] = ['data', 'backup.tar', 'acked', 'acked-before'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
    string,
  ]
  await using server = await startServer({ dataDir, env: ENV })
  const acked = noteAckedEdits(ackedFile)
  const journals: TestJournal[] = []
  const writers: BusyWriter[] = []
  const { ben: witness } = await pair(server.address)
  for (let room = 0; room < ROOMS; room++) {
    const { ben, ana, journal } = await pair(server.address)
    journals.push(journal)
    for (let tab = 0; tab < WRITERS_PER_ROOM; tab++) writers.push(busyWriter({ person: tab % 2 === 0 ? ben : ana, journal, name: `r${room}w${tab}`, acked }))
  }
  await Promise.all(writers.map((writer) => writer.start()))
  await eventually('much is acked', () => sumOf(writers) > 2000, 20_000)

  await copyFile(ackedFile, ackedBefore)
  const ackedAtBegin = sumOf(writers)
  const taken = await runCommand('backup', { dataDir, file })
  expect(taken).toMatchObject({ code: 0 })
  await eventually('writing went on meanwhile and afterwards', () => sumOf(writers) > ackedAtBegin + 500, 20_000)
  await server.kill()
  await Promise.all(writers.map((writer) => writer.stopped()))

  const lost = join(folder, 'lost machine')
  await rename(dataDir, lost)
  const restored = await runCommand('restore', { dataDir, file })
  expect(restored).toMatchObject({ code: 0 })
  expect(readAckedEdits(ackedBefore).length).toBeGreaterThan(2000)
  expect(await audit({ dataDir, ackedFile: ackedBefore })).toMatchObject({ checked: readAckedEdits(ackedBefore).length, lost: [], doubled: [] })
  // Each journal is what its log was at one moment: the first entries, and all of them up to there.
  for (const { documentId } of journals) {
    const entries = readStoredLog(dataDir, documentId)
    const original = readStoredLog(lost, documentId)
    expect(entries.length).toBeGreaterThan(0)
    expect(entries.length).toBeLessThan(original.length)
    expect(entries).toEqual(original.slice(0, entries.length))
  }

  await server.restart()
  // The same cookies sign in: the secret came with the backup.
  expect((await call(witness, { path: '/api/me' })).status).toBe(200)
  const ackedByLost = sumOf(writers)
  await Promise.all(writers.map((writer) => writer.start()))
  await eventually('everybody goes on', () => sumOf(writers) > ackedByLost + 500, 20_000)
  await server.kill()
  await Promise.all(writers.map((writer) => writer.stopped()))
  acked.close()
  // What had been acked after the backup was lost with the machine, and came back with those who wrote it.
  expect(await audit({ dataDir, ackedFile })).toMatchObject({ lost: [], doubled: [] })
})
