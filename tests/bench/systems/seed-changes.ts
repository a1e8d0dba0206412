/** Fills a running server's data with what others have changed in somebody's journals since they looked, and with the actions they own there. */
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { newBlockId, newId } from '@tandem/shared/ids.ts'

export interface ChangeSizes {
  readonly journals: number
  readonly perJournal: number
  /** In one more journal so many: somebody was away for long. */
  readonly inOne: number
  readonly actions: number
}

/** Returns the journal with the many changes. */
export function seedChanges(dataDir: string, person: string, { journals, perJournal, inOne, actions }: ChangeSizes): string {
  const database = new DatabaseSync(join(dataDir, 'tandem.db'), { timeout: 5000 })
  const add = (table: string, columns: string) => database.prepare(`insert into ${table} (${columns}) values (${columns.replaceAll(/\w+/g, '?')})`)
  const addJournal = add('journals', 'id, title, created_by, created_at')
  const addMember = add('members', 'journal_id, person_id, seat, role, hue, joined_at')
  const addDocument = add('documents', 'id, journal_id, kind, schema_version, changed_at')
  const addPosition = add('projections', 'document_id, seq, version')
  const addSeen = add('seen', 'document_id, person_id, seq, at')
  const addPage = add('projected_pages', 'document_id, page_id, kind, title, position')
  const addChange = add('changes', 'document_id, seq, target, what, field, at, author, page_id, kind, was, became, trivial')
  const addBlock = add('projected_blocks', 'document_id, block_id, page_id, kind, words, facts, owner, due, changed_at, changed_by')
  const seed = (changes: number, title: string): string => {
    const [journal, document, page] = [newId(), newId(), newId()]
    addJournal.run(journal, title, person, 1)
    addMember.run(journal, person, 'mentee', 'editor', 0, 1)
    addDocument.run(document, journal, 'journal', 1, 1)
    addPosition.run(document, 10 + changes, 1)
    addSeen.run(document, person, 10, 1)
    addPage.run(document, page, 'note', 'Notes', 1)
    for (let seq = 11; seq < 11 + changes; seq += 1) {
      const was = JSON.stringify(`Draft number ${seq} of the request for comments and send it to everybody who asked`)
      const became = JSON.stringify(`Draft number ${seq} of the request and send it to everybody in the guild who asked for it`)
      addChange.run(document, seq, newBlockId(), 'words', '', seq * 1000, 'ben', page, 'action', was, became, 0)
    }
    for (let index = 0; index < actions; index += 1) {
      addBlock.run(document, newBlockId(), page, 'action', `Ask Sam about number ${index}`, '{}', person, '2026-05-12', 1, 'ben')
    }
    return journal
  }
  database.exec('begin')
  for (let index = 0; index < journals; index += 1) seed(perJournal, `Journal ${index}`)
  const long = seed(inOne, 'Long away')
  database.exec('commit')
  database.close()
  return long
}
