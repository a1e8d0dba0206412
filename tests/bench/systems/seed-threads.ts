/** Hangs threads on the words of a journal's first page, as somebody would who reads it line by line. */
import { journalTextOf } from '@tandem/shared/document/anchors/journal-text.ts'
import { anchorOnWords } from '@tandem/shared/document/anchors/make-anchor.ts'
import { listPages } from '@tandem/shared/document/journal-doc.ts'
import { readBlocks } from '@tandem/shared/document/read-blocks.ts'
import { newId } from '@tandem/shared/ids.ts'
import { eventually } from '../../support/eventually.ts'
import { succeed, type TestJournal, type TestPerson } from '../../support/people.ts'
import { joinStock } from '../../support/stock-client.ts'

/** Every fifth shares its line, and some of its words, with the one before. */
export async function seedThreads(person: TestPerson, journal: TestJournal, threads: number): Promise<void> {
  const client = joinStock(person, journal)
  await client.synced()
  await eventually('the page has arrived', () => listPages(client.doc).length > 0)
  const page = listPages(client.doc)[0]
  if (!page) throw new Error('The journal has no page.')
  const lines = readBlocks(client.doc, page.id).filter(({ text }) => text.length > 30)
  const text = journalTextOf(client.doc)
  for (let index = 0; index < threads; index += 1) {
    const isSecond = index % 5 === 4
    const line = lines[isSecond ? index - 1 : index]
    if (!line || line.id === '') throw new Error(`The page has no ${index} lines.`)
    const anchor = anchorOnWords(text, page.id, [isSecond ? { block: line.id, from: 12, to: 30 } : { block: line.id, from: 4, to: 20 }])
    const words = `Two days is tight for me before the release, could we make it three? (${index})`
    await succeed(person, { path: `/api/journals/${journal.id}/comments`, body: { comment: newId(), thread: newId(), anchor, words, mentions: [] } })
  }
  client.close()
}
