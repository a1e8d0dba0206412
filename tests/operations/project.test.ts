/** A running server reads what people write into rows, and `pnpm project` makes the rows anew. */
import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import { DATABASE_FILE } from '@tandem/server/database/open-database.ts'
import { listPages } from '@tandem/shared/document/journal-doc.ts'
import { expect, test } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { journalActs } from '../support/journal-acts.ts'
import { pair } from '../support/people.ts'
import { startServer } from '../support/server.ts'
import { joinStock } from '../support/stock-client.ts'
import { readStoredChanges } from '../support/stored-log.ts'
import { runCommand } from './command.ts'
import { temporaryFolder } from './folder.ts'

test('[P2] [P4] [P5] what is written becomes rows while the server runs, and again by the command', async () => {
  const dataDir = join(await temporaryFolder(), 'data')
  const server = await startServer({ dataDir })
  const { ana, ben, journal } = await pair(server.address)
  const clients = [joinStock(ana, journal), joinStock(ben, journal)] as const
  await Promise.all(clients.map((client) => client.synced()))
  const [anas, bens] = clients.map(({ doc }) => journalActs(doc))
  const page = listPages(clients[0].doc)[0]?.id
  if (!page || !anas || !bens) throw new Error('The journal has no page.')
  anas.add(page, { kind: 'action', words: 'Draft the RFC' })
  bens.add(page, { kind: 'topic', words: 'Disagreeing with a director' })
  const stored = () => readStoredChanges(dataDir, journal.documentId)
  await eventually('both changes are told', () => stored().length === 2, 15_000)
  const right = stored()
  expect(right.map(({ author, what }) => [author, what]).toSorted()).toEqual(
    [
      [ana.id, 'added'],
      [ben.id, 'added'],
    ].toSorted(),
  )
  for (const client of clients) client.close()
  const inUse = await runCommand('project', { dataDir })
  expect(inUse).toMatchObject({ code: 1, told: expect.stringMatching(/in use/) as string })
  await server.stop()

  const database = new DatabaseSync(join(dataDir, DATABASE_FILE))
  database.exec("delete from projected_blocks; update changes set became = 'nonsense'; update projections set seq = 1")
  database.close()
  expect(await runCommand('project', { dataDir })).toEqual({ code: 0, told: 'Read 1 journal anew: 2 changes.\n' })
  expect(stored()).toEqual(right)
})
