/** The threads of a document's journal, so many in one pass that a journal full of them keeps nobody waiting. [P10] */
import type { DocumentId, RowId } from '@tandem/shared/ids.ts'
import type { Kysely } from 'kysely'
import type { PlainQuery } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'
import type { HungThread, Renewal, RenewedThread } from './renew-anchors.ts'

/** So many are looked at in one pass; of more the next pass looks at the next ones. */
const AT_MOST = 500

/**
 * Takes turns among the threads of large journals, and knows of those renewed which anchor people on the journal were told last. Forgets with the
 * process: the next begins at the first again, and whoever comes back to it asks for all threads anyway.
 */
export class HungThreads {
  readonly #db: Kysely<Tables>
  readonly #reached = new Map<DocumentId, RowId>()
  readonly #told = new Map<DocumentId, Map<RowId, string>>()

  constructor(db: Kysely<Tables>) {
    this.#db = db
  }

  async next(document: DocumentId): Promise<HungThread[]> {
    const reached = this.#reached.get(document)
    let query = this.#db
      .selectFrom('comment_threads')
      .innerJoin('documents', 'documents.journal_id', 'comment_threads.journal_id')
      .select(['comment_threads.id as thread', 'comment_threads.anchor'])
      .where('documents.id', '=', document)
      .orderBy('comment_threads.id')
      .limit(AT_MOST)
    if (reached !== undefined) query = query.where('comment_threads.id', '>', reached)
    const threads = await query.execute()
    const last = threads.at(-1)
    if (last && threads.length === AT_MOST) this.#reached.set(document, last.thread)
    else this.#reached.delete(document)
    const told = this.#told.get(document)
    return told ? threads.map((each) => ({ ...each, told: told.get(each.thread) })) : threads
  }

  /** After it was written. Where it led people astray they are told all of it now. */
  note(document: DocumentId, { renewed, isAstray }: Renewal): void {
    if (isAstray || renewed.length === 0) {
      if (isAstray) this.#told.delete(document)
      return
    }
    const told = this.#told.get(document) ?? new Map<RowId, string>()
    for (const { thread, before } of renewed) if (!told.has(thread)) told.set(thread, before)
    this.#told.set(document, told)
  }
}

/** Changes only what is still stored as it was looked at. */
export function updatesOf(db: Kysely<Tables>, document: DocumentId, renewed: readonly RenewedThread[]): PlainQuery[] {
  return renewed.map(({ thread, before, anchor }) =>
    db
      .updateTable('comment_threads')
      .set({ anchor })
      .where('journal_id', '=', (each) => each.selectFrom('documents').select('journal_id').where('documents.id', '=', document))
      .where('id', '=', thread)
      .where('anchor', '=', before)
      .compile(),
  )
}
