/** Leaves somebody as many unseen changes in a journal as it has blocks: the other rewords every line after they have looked. */
import { listPages } from '@tandem/shared/document/journal-doc.ts'
import { readBlocks } from '@tandem/shared/document/read-blocks.ts'
import { eventually } from '../../support/eventually.ts'
import { journalActs } from '../../support/journal-acts.ts'
import { succeed, type TestJournal, type TestPerson } from '../../support/people.ts'
import { joinStock } from '../../support/stock-client.ts'

interface Seeding {
  readonly journal: TestJournal
  readonly writer: TestPerson
  readonly reader: TestPerson
}

/** Resolves when the reader is told of all of them. */
export async function seedNews({ journal, writer, reader }: Seeding): Promise<void> {
  const path = `/api/journals/${journal.id}`
  const { body } = await succeed<{ upTo: number }>(reader, { path: `${path}/changes` })
  await succeed(reader, { path: `${path}/seen`, body: { upTo: body.upTo, rows: [] } })
  const client = joinStock(writer, journal)
  await client.synced()
  await eventually('the pages have arrived', () => listPages(client.doc).length > 0)
  const acts = journalActs(client.doc)
  let reworded = 0
  for (const { id: page } of listPages(client.doc)) {
    client.doc.transact(() => {
      for (const { id, text } of readBlocks(client.doc, page)) {
        if (id === '' || text === '') continue
        const words = text.split(' ')
        acts.say(id, [...words.slice(0, 3), 'as you said', ...words.slice(5), 'by then'].join(' '))
        reworded += 1
      }
    })
  }
  const isTold = async () => (await succeed<{ changes: unknown[] }>(reader, { path: `${path}/changes` })).body.changes.length === reworded
  await eventually('all of it is told', isTold, 60_000)
  client.close()
}
