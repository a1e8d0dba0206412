/** The projection of a running server: follows the log, and tells the journals whose rows it has written. */
import type { DocumentId } from '@tandem/shared/ids.ts'
import type { Logger } from 'pino'
import type { Bus } from '../bus/bus.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import type { UpdateLog } from '../log/update-log.ts'
import { findBehind } from './find-behind.ts'
import { followLog } from './follow-log.ts'
import { createProjector, type Projected } from './projector.ts'

export interface ProjectionParts {
  readonly database: Database
  readonly log: UpdateLog
  readonly bus: Bus
  readonly clock: Clock
  readonly logger: Logger
}

export interface Projection {
  /** Projects now what the log holds of a document: for whoever must not read the rows of a moment ago. */
  catchUp(document: DocumentId): Promise<void>
  /** The same for those of many documents that were written into a moment ago. */
  settle(documents: readonly DocumentId[]): Promise<void>
  close(): Promise<void>
}

export function startProjection({ database, log, bus, clock, logger }: ProjectionParts): Projection {
  const { db } = database
  const projector = createProjector({ database, log })
  const tellJournalOf = async (document: DocumentId, { isAstray }: Projected) => {
    const row = await db.selectFrom('documents').select('journal_id').where('id', '=', document).executeTakeFirst()
    if (!row) return
    bus.publish({ kind: 'rows-changed', journal: row.journal_id, what: 'changes' })
    // What they hold still leads to the right words, mostly: whoever types in words with threads would have everybody ask for all of them at every pause.
    if (isAstray) bus.publish({ kind: 'rows-changed', journal: row.journal_id, what: 'comments' })
  }
  const following = followLog({
    projector,
    bus,
    clock,
    behind: () => findBehind(db),
    onProjected: tellJournalOf,
    onTrouble: (err, document) => logger.warn({ err, document }, 'a document could not be projected; its rows are those of before'),
  })
  return {
    catchUp: following.catchUp,
    settle: following.settle,
    close: async () => {
      const stopped = following.stop()
      // A long pass is not waited for: nothing of it is written, and the next start begins it again.
      await projector.close()
      await stopped
    },
  }
}
