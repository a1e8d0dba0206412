/** The changes a mail tells of: what others did on the pages that its reader has not seen by now, a block once. */
import type { BlockId, JournalId, Millis, PageId, PersonId } from '@tandem/shared/ids.ts'
import type { Kysely } from 'kysely'
import { unseenBy } from '../../catch-up/unseen.ts'
import type { ChangesTable } from '../../database/projected-tables.ts'
import type { Tables } from '../../database/tables.ts'
import type { ChangesRange } from './queue.ts'

export type ChangedKind = 'added' | 'reworded' | 'removed' | 'changed'

export interface ChangeItem {
  readonly kind: ChangedKind
  readonly by: string | null
  readonly hue: number
  readonly at: Millis
  readonly words: string
  /** The words before, where they were reworded. */
  readonly was?: string
  readonly page: PageId | null
  readonly block: BlockId | null
}

interface Wanted {
  readonly person: PersonId
  readonly journal: JournalId
  readonly range: ChangesRange
}

export async function loadChanges(db: Kysely<Tables>, { person, journal, range }: Wanted): Promise<readonly ChangeItem[]> {
  const document = await db.selectFrom('documents').select('id').where('journal_id', '=', journal).where('kind', '=', 'journal').executeTakeFirst()
  if (!document) return []
  const rows = await unseenBy(db, { document: document.id, person })
    .leftJoin('people', 'people.id', 'changes.author')
    .leftJoin('members', (join) => join.onRef('members.person_id', '=', 'changes.author').on('members.journal_id', '=', journal))
    .leftJoin('projected_blocks as blocks', (join) =>
      join.onRef('blocks.document_id', '=', 'changes.document_id').onRef('blocks.block_id', '=', 'changes.target'),
    )
    .select(['changes.target', 'changes.what', 'changes.at', 'changes.page_id', 'changes.was', 'changes.became', 'changes.author'])
    .select(['people.name', 'members.hue', 'blocks.words'])
    .where('changes.seq', '>', range.after)
    .where('changes.seq', '<=', range.upTo)
    .where('changes.trivial', '=', 0)
    .orderBy('changes.seq')
    .execute()
  return [...Map.groupBy(rows, (row) => `${row.target} ${row.author}`).values()].flatMap((changes) => findItem(changes) ?? [])
}

type ChangeRow = Pick<ChangesTable, 'target' | 'what' | 'at' | 'page_id' | 'was' | 'became'> & {
  readonly name: string | null
  readonly hue: number | null
  readonly words: string | null
}

/** What one person did to one block or page. `undefined` when they wrote it and took it away again before it was seen: then it never was. */
function findItem(changes: readonly ChangeRow[]): ChangeItem | undefined {
  const last = changes.at(-1)
  if (!last) return undefined
  const isPage = last.what.startsWith('page-')
  const place = { by: last.name, hue: last.hue ?? 0, at: last.at, page: last.page_id, block: isPage ? null : (last.target as BlockId) }
  const isNew = changes.some(({ what }) => what === 'added' || what === 'page-added')
  const removed = changes.find(({ what }) => what === 'removed' || what === 'page-removed')
  if (removed) return isNew ? undefined : { ...place, kind: 'removed', words: wordsIn(removed.was), page: isPage ? null : place.page, block: null }
  const words = last.words ?? wordsIn(last.became)
  if (isNew) return { ...place, kind: 'added', words }
  const reworded = changes.find(({ what }) => what === 'words')
  return reworded ? { ...place, kind: 'reworded', words, was: wordsIn(reworded.was) } : { ...place, kind: 'changed', words }
}

/** Of words themselves, of a page's title, or of a whole block that was removed. */
function wordsIn(stored: string | null): string {
  const value: unknown = stored === null ? '' : JSON.parse(stored)
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null) return ''
  const { words, title } = value as { readonly words?: unknown; readonly title?: unknown }
  return String(words ?? title ?? '')
}
