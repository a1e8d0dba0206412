/** Somebody at a journal with a program of their own, not an editor. */
import { listPages } from '@tandem/shared/document/journal-doc.ts'
import { onTestFinished } from 'vitest'
import { journalActs } from '../support/journal-acts.ts'
import type { TestJournal, TestPerson } from '../support/people.ts'
import { joinStock } from '../support/stock-client.ts'

/** Resolves once they have what is there; they leave when the test ends. */
export async function atJournal(person: TestPerson, journal: TestJournal) {
  const client = joinStock(person, journal)
  onTestFinished(() => client.close())
  await client.synced()
  const page = listPages(client.doc)[0]?.id
  if (!page) throw new Error('The journal has no page.')
  return { ...client, page, ...journalActs(client.doc) }
}
