/** The appends of a log on their way to a commit: an entry appended twice at once is one. [L3] */
import type { DocumentId, Seq } from '@tandem/shared/ids.ts'
import { entryKey } from './batch.ts'
import { packedSize } from './entry-bytes.ts'
import { GroupCommit, type GroupCommitOptions } from './group-commit.ts'
import type { NewEntry } from './update-log.ts'

export class AppendQueue {
  readonly #commits: GroupCommit
  readonly #inFlight = new Map<string, Promise<Seq>>()

  constructor(options: GroupCommitOptions) {
    this.#commits = new GroupCommit(options)
  }

  /** Refuses what waits behind refused appends. [L7] */
  refuseFollowers(documents: ReadonlySet<DocumentId>): void {
    this.#commits.refuseFollowers(documents)
  }

  append(document: DocumentId, entry: NewEntry): Promise<Seq> {
    const key = entryKey(document, entry.id)
    const inFlight = this.#inFlight.get(key)
    if (inFlight) return inFlight
    const { promise, resolve, reject } = Promise.withResolvers<Seq>()
    this.#inFlight.set(key, promise)
    this.#commits.add({
      document,
      entry,
      size: packedSize(entry.updates),
      claims: entry.claims,
      stored: (seq) => {
        this.#inFlight.delete(key)
        resolve(seq)
      },
      refused: (failure) => {
        this.#inFlight.delete(key)
        reject(failure)
      },
    })
    return promise
  }
}
