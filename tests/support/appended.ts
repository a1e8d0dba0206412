/** Appending to a log where a test waits for the answer. */
import type { NewEntry, UpdateLog } from '@tandem/server/log/update-log.ts'
import type { DocumentId, Seq } from '@tandem/shared/ids.ts'

/** Resolves with the seq; rejects with why it was refused. */
export function appended(log: Pick<UpdateLog, 'append'>, document: DocumentId, entry: NewEntry): Promise<Seq> {
  return new Promise((stored, refused) => log.append(document, entry, { stored, refused }))
}
