/** Fills a running server's data with what somebody with many journals is told, and with as much for many others. */
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { NOTICE_KINDS } from '@tandem/shared/contracts/notices.ts'
import { newId } from '@tandem/shared/ids.ts'

export interface NoticeSizes {
  readonly journals: number
  readonly perJournal: number
  /** Other people who are told as much, in journals of their own. */
  readonly others: number
}

/** One in three is unread. */
export function seedNotices(dataDir: string, person: string, { journals, perJournal, others }: NoticeSizes): void {
  const database = new DatabaseSync(join(dataDir, 'tandem.db'), { timeout: 5000 })
  const addJournal = database.prepare('insert into journals (id, title, created_by, created_at) values (?, ?, ?, 1)')
  const addMember = database.prepare("insert into members (journal_id, person_id, seat, role, hue, joined_at) values (?, ?, 'third', 'editor', 0, 1)")
  const addNotice = database.prepare(
    'insert into notices (id, person_id, journal_id, kind, key, by_person, at, words, read_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const now = Date.now()
  // Random keys in several indexes: with the usual 2 MB of memory each row would touch the disk.
  database.exec('pragma cache_size = -200000; begin')
  for (const reader of [person, ...Array.from({ length: others }, () => newId())]) {
    for (let index = 0; index < journals; index += 1) {
      const journal = newId()
      addJournal.run(journal, `Journal ${index}`, reader)
      addMember.run(journal, reader)
      for (let told = 0; told < perJournal; told += 1) {
        const at = now - (told * journals + index) * 60_000
        const kind = NOTICE_KINDS[told % NOTICE_KINDS.length] ?? 'comment'
        addNotice.run(newId(), reader, journal, kind, newId(), 'somebody', at, 'Two days is tight for me before the release.', told % 3 === 0 ? null : at)
      }
    }
  }
  database.exec('commit')
  database.close()
}
