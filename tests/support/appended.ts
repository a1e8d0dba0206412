/** Appending to a log where a test waits for the answer. */
import type { NewEntry, UpdateLog } from '@tandem/server/log/update-log.ts'
import type { DocumentId, Seq } from '@tandem/shared/ids.ts'

/** Resolves with the seq; rejects with why it was refused. A second answer is a defect. [L14] */
export function appended(log: Pick<UpdateLog, 'append'>, document: DocumentId, entry: NewEntry): Promise<Seq> {
  return new Promise((resolve, reject) => {
    let answers = 0
    const once = <Answer>(act: (answer: Answer) => void) => {
      return (answer: Answer) => {
        answers += 1
        if (answers > 1) throw new Error(`the entry ${entry.id} was answered ${answers} times`)
        act(answer)
      }
    }
    log.append(document, entry, { stored: once(resolve), refused: once(reject) })
  })
}
