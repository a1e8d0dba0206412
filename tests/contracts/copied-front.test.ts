/** A copy of the database with the front in it, taken while another process writes: what a restored backup goes on from. */
import { join } from 'node:path'
import { copyDatabase } from '@tandem/server/database/copy-database.ts'
import { openCopy } from '@tandem/server/database/open-database.ts'
import { addFrontToCopy } from '@tandem/server/log/front/add-front-to-copy.ts'
import { type FoundFront, readFront } from '@tandem/server/log/front/front-files.ts'
import { findSnapshot, readSince } from '@tandem/server/log/read-log.ts'
import { createProjector } from '@tandem/server/projection/projector.ts'
import type { DocumentId } from '@tandem/shared/ids.ts'
import { expect, onTestFinished, test } from 'vitest'
import { startChild } from './child.ts'
import { readRows } from './projection-scene.ts'
import { temporaryFolder } from './store.ts'

/** What a restored backup goes on from, without a data folder of its own. */
function openTheCopy(path: string) {
  const database = openCopy(path)
  onTestFinished(() => database.close())
  const { db } = database
  const log = {
    readSince: (document: DocumentId, since: number) => readSince(db, document, since),
    findSnapshot: (document: DocumentId) => findSnapshot(db, document),
  }
  return { database, log }
}

/** The front as it is, long enough before the copy for the process that writes to go on. */
function readFrontEarly(dataDir: string): FoundFront {
  const front = readFront(dataDir)
  const before = headOf(front)
  while (headOf(readFront(dataDir)) < before + 20) continue
  return front
}

function headOf({ files }: FoundFront): number {
  return Math.max(...files.flatMap(({ entries }) => entries.map(({ seq }) => seq)))
}

test('[L15] nothing in a copy knows more than its log, and all of it can be read out anew', async () => {
  const dataDir = await temporaryFolder()
  const path = join(await temporaryFolder(), 'copy.db')
  const writing = startChild('write-and-read-out.ts', [dataDir])
  await writing.said('writing')
  const front = await copyDatabase(dataDir, path, () => readFrontEarly(dataDir))
  await writing.kill()
  await addFrontToCopy(path, front)
  const document = writing.lines[0]?.replace('document ', '') as DocumentId
  const { database, log } = openTheCopy(path)
  let head = 0
  for await (const { seq } of log.readSince(document, 0)) head = seq
  const projected = await database.db.selectFrom('projections').select('seq').executeTakeFirstOrThrow()
  expect(head).toBeGreaterThanOrEqual(projected.seq)
  expect(head).toBeGreaterThanOrEqual((await log.findSnapshot(document))?.seq ?? Number.POSITIVE_INFINITY)
  const { blocks } = await readRows(database, document)
  const projector = createProjector({ database, log })
  onTestFinished(() => projector.close())
  await projector.rebuild(document)
  expect(blocks.length).toBeGreaterThan(0)
  expect((await readRows(database, document)).blocks.length).toBeGreaterThanOrEqual(blocks.length)
})
