/** The appends of a log on their way to a commit: an entry appended twice at once is one. [L3] */
import type { DocumentId, Seq } from '@tandem/shared/ids.ts'
import { packedSize } from './entry-bytes.ts'
import { GroupCommit, type GroupCommitOptions } from './group-commit.ts'
import type { NewEntry } from './update-log.ts'

interface Flying {
  readonly entryId: string
  readonly promise: Promise<Seq>
}

export class AppendQueue {
  readonly #commits: GroupCommit
  readonly #inFlight = new Map<DocumentId, Flying[]>()

  constructor(options: GroupCommitOptions) {
    this.#commits = new GroupCommit(options)
  }

  /** Refuses what waits behind refused appends. [L7] */
  refuseFollowers(documents: ReadonlySet<DocumentId>): void {
    this.#commits.refuseFollowers(documents)
  }

  append(document: DocumentId, entry: NewEntry): Promise<Seq> {
    const inFlight = this.#inFlight.get(document)
    const same = inFlight?.find(({ entryId }) => entryId === entry.id)
    if (same) return same.promise
    const { promise, resolve, reject } = Promise.withResolvers<Seq>()
    const flying = { entryId: entry.id, promise }
    if (inFlight) inFlight.push(flying)
    else this.#inFlight.set(document, [flying])
    this.#commits.add({
      document,
      entry,
      size: packedSize(entry.updates),
      claims: entry.claims,
      stored: (seq) => {
        this.#landed(document, flying)
        resolve(seq)
      },
      refused: (failure) => {
        this.#landed(document, flying)
        reject(failure)
      },
    })
    return promise
  }

  #landed(document: DocumentId, flying: Flying): void {
    const inFlight = this.#inFlight.get(document)
    if (!inFlight) return
    if (inFlight.length === 1) this.#inFlight.delete(document)
    else inFlight.splice(inFlight.indexOf(flying), 1)
  }
}
