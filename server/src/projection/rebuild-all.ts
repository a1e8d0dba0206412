/** Makes the rows of every document anew, one document after another, each in one transaction: at any moment every document has rows, old or new. */
import type { DocumentId } from '@tandem/shared/ids.ts'
import type { Database } from '../database/database.ts'
import type { UpdateLog } from '../log/update-log.ts'
import { createProjector } from './projector.ts'

export interface Rebuilt {
  readonly documents: number
  readonly changes: number
}

/** Documents whose ids are held at a time. */
const PAGE = 1000

export async function rebuildAll(database: Database, log: UpdateLog): Promise<Rebuilt> {
  const projector = createProjector({ database, log })
  let [documents, changes] = [0, 0]
  try {
    for (let after = '' as DocumentId; ; ) {
      const rows = await database.db.selectFrom('documents').select('id').where('id', '>', after).orderBy('id').limit(PAGE).execute()
      for (const { id } of rows) {
        after = id
        changes += (await projector.rebuild(id))?.changes ?? 0
        documents += 1
      }
      if (rows.length < PAGE) return { documents, changes }
    }
  } finally {
    await projector.close()
  }
}
