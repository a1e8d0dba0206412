/** Browsers that are ahead of a restored server hold their own words and each other's. Started with a repair window, it gets them all back. */
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { pair } from '../support/people.ts'
import { startServer } from '../support/server.ts'
import { joinStock } from '../support/stock-client.ts'
import { readStoredDoc } from '../support/stored-log.ts'
import { runCommand } from './command.ts'
import { temporaryFolder } from './folder.ts'

test('after a restore one browser brings back everybody’s words, and all go on', { timeout: 120_000 }, async () => {
  const folder = await temporaryFolder()
  const [dataDir, file] = [join(folder, 'data'), join(folder, 'backup.tar')]
  const lost = await startServer({ dataDir })
  const { ben, ana, journal } = await pair(lost.address)
  const [atBen, atAna] = [joinStock(ben, journal), joinStock(ana, journal)]
  await Promise.all([atBen.synced(), atAna.synced()])
  atBen.write('in the backup, ')
  await eventually('Ana hears it', () => atAna.text() === 'in the backup, ')
  expect(await runCommand('backup', { dataDir, file })).toMatchObject({ code: 0 })
  // Ana writes from a tab the backup knows nothing of as well, and is not there afterwards.
  const newTab = joinStock(ana, journal)
  await newTab.synced()
  atAna.write('by Ana, ')
  await eventually('the new tab hears it', () => newTab.text() === 'in the backup, by Ana, ')
  newTab.write('from her new tab, ')
  await eventually('Ben hears it', () => atBen.text() === newTab.text())
  await lost.kill()
  await rename(dataDir, join(folder, 'lost machine'))
  newTab.close()
  atAna.provider.disconnect()

  const told = (await runCommand('restore', { dataDir, file })).told
  expect(told).toContain('REPAIR_MINUTES')
  await using server = await startServer({ dataDir, env: { PORT: new URL(lost.address).port, REPAIR_MINUTES: '5' } })
  expect(server.address).toBe(lost.address)
  const all = 'in the backup, by Ana, from her new tab, '
  const stored = () => readStoredDoc(dataDir, journal.documentId).getText('scratch').toJSON()
  await eventually('Ben’s browser has brought everything', () => stored() === all, 20_000)
  atAna.provider.connect()
  atAna.write('and on')
  await eventually('Ben hears Ana again', () => atBen.text() === `${all}and on`, 20_000)
  atBen.write(' together')
  await eventually('it is stored', () => stored() === `${all}and on together`, 20_000)
  await eventually('Ana has it too', () => atAna.text() === atBen.text())
  atBen.close()
  atAna.close()
})
