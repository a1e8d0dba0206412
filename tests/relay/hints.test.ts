/** Rows beside the document: who is told that they changed. */
import type { JournalId } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import { sqliteStore } from '../contracts/store.ts'
import { addJournal, startNode } from './node.ts'

test('[R26] everybody with a connection to the journal is told what changed, once; a stock client and another journal are not', async () => {
  const { database } = await sqliteStore()
  const journal = await addJournal(database, { ana: 'editor', ben: 'viewer' })
  const elsewhere = await addJournal(database, { ana: 'editor' })
  const node = await startNode(database)
  const ana = node.person('ana')
  const told = [await node.join(ana, journal), await node.join(node.person('ben'), journal)]
  const untold = [await node.join(ana, elsewhere), await node.join(ana, journal, { acks: false })]

  node.bus.publish({ kind: 'rows-changed', journal: journal.id as JournalId, what: 'check-ins' })
  for (const client of told) await client.heard('the hint', (frame) => frame.kind === 'hint')
  for (const client of [...told, ...untold]) await client.settled()
  const hints = [...told, ...untold].map((client) => client.frames.filter(({ kind }) => kind === 'hint'))
  expect(hints).toEqual([[{ kind: 'hint', what: 'check-ins' }], [{ kind: 'hint', what: 'check-ins' }], [], []])
})
