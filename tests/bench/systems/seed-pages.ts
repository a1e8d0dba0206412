/** Fills journals with pages as a pair leaves them after years: written by a program over the wire, one page in one update. */
import type { Facts } from '@tandem/shared/document/facts.ts'
import { listPages } from '@tandem/shared/document/journal-doc.ts'
import type { PageId } from '@tandem/shared/ids.ts'
import type * as Y from 'yjs'
import { eventually } from '../../support/eventually.ts'
import { type JournalActs, journalActs } from '../../support/journal-acts.ts'
import type { TestJournal, TestPerson } from '../../support/people.ts'
import { joinStock } from '../../support/stock-client.ts'

const WORDS = 'we spoke about what went well this week and what to try until we meet again; the review is due in autumn'.split(' ')

export interface PageSizes {
  readonly pages: number
  readonly blocks: number
  readonly wordsInBlock: number
}

/** Adds so many blocks to the journal's first page, and fills all further pages alike. Resolves when the server has committed them. */
export async function seedPages(person: TestPerson, journal: TestJournal, { pages, blocks, wordsInBlock }: PageSizes): Promise<void> {
  const client = joinStock(person, journal)
  await client.synced()
  const acts = journalActs(client.doc)
  const first = listPages(client.doc)[0]?.id ?? acts.addPage('The agreement', { kind: 'agreement' })
  for (let index = 0; index < pages; index += 1) {
    client.doc.transact(() => {
      const page = index === 0 ? first : acts.addPage(`Meeting ${index}`, { kind: 'meeting' })
      fill(acts, page, { blocks, wordsInBlock, owner: person.id })
    })
  }
  await isStored(person, journal, client.doc)
  client.close()
}

interface Filling extends Omit<PageSizes, 'pages'> {
  readonly owner: string
}

/** Every tenth line begins a section; four of ten are structured and bear facts. */
function fill(acts: JournalActs, page: PageId, { blocks, wordsInBlock, owner }: Filling): void {
  const structured: readonly (readonly [string, Facts])[] = [
    ['action', { owner, due: '2027-01-15' }],
    ['goal', { owner, status: 'on-track', target: '2027-03-30' }],
    ['expectation', { by: owner, direction: 'myself' }],
    ['topic', { owner, ask: 'feedback', state: 'open' }],
  ]
  for (let line = 0; line < blocks; line += 1) {
    const words = Array.from({ length: wordsInBlock }, (_, word) => WORDS[(line * 7 + word) % WORDS.length]).join(' ')
    const [kind, facts] = structured[(line % 10) - 1] ?? [line % 10 === 0 ? 'heading2' : line % 10 > 7 ? 'bullet' : 'text', {}]
    acts.add(page, { kind, words, facts })
  }
}

/** A second program that has everything read it from the server, which tells nobody before it is committed. */
async function isStored(person: TestPerson, journal: TestJournal, doc: Y.Doc): Promise<void> {
  const written = doc.store.clients.get(doc.clientID)?.length
  const reader = joinStock(person, journal)
  await eventually('the pages have arrived', () => reader.doc.store.clients.get(doc.clientID)?.length === written, 60_000)
  reader.close()
}
