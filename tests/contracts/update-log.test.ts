/** Which logs keep the promises. */
import { expect, test } from 'vitest'
import { appended } from '../support/appended.ts'
import { entryOf, readAll } from './log-scene.ts'
import { ANA, frontedStore, sqliteStore } from './store.ts'
import { updateLogContract } from './update-log.ts'

updateLogContract('SQLite', sqliteStore)
updateLogContract('SQLite behind a front', frontedStore)

test('[L1] two nodes that append to one document at once share its seqs', async () => {
  const { log, addDocument, anotherNode } = await sqliteStore()
  const other = anotherNode()
  const document = await addDocument()
  const appends = Array.from({ length: 40 }, (_, index) => appended(index % 2 ? log : other, document, entryOf({ id: `${index}`, author: ANA })))
  const seqs = await Promise.all(appends)
  expect(seqs.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1))
  expect((await readAll(log, document)).length).toBe(40)
})
