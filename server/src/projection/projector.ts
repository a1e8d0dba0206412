/** Brings the rows of one document up to its log. */
import type { DocumentId, Millis, Seq } from '@tandem/shared/ids.ts'
import type { Database } from '../database/database.ts'
import { packUpdates } from '../log/entry-bytes.ts'
import type { Entry, UpdateLog } from '../log/update-log.ts'
import { AskedThread } from '../threads/asked-thread.ts'
import { ONE_JOB } from '../threads/one-job.ts'
import { loadGoingOn } from './going-on.ts'
import { HungThreads } from './hung-threads.ts'
import type { ProjectionJob, ProjectionResult } from './projection-messages.ts'
import type { Renewal } from './renew-anchors.ts'
import { packEntries } from './sent-entries.ts'
import type { Walked } from './walk.ts'
import { PROJECTION_VERSION, writeRows } from './write-rows.ts'

export interface Projected {
  readonly seq: Seq
  /** How many changes the pass has written. */
  readonly changes: number
  /** How many threads are remembered anew. */
  readonly renewed: number
  /** Whether what people on the journal hold of its threads would lead them elsewhere. */
  readonly isAstray: boolean
}

export interface Projector {
  /** Projects what the log holds beyond the rows; `undefined` when there is nothing. One document at a time. */
  project(document: DocumentId): Promise<Projected | undefined>
  /** Deletes the rows and makes them anew from the first entry on. */
  rebuild(document: DocumentId): Promise<Projected | undefined>
  /** Ends the thread; a pass that is not done is rejected and nothing of it is written. */
  close(): Promise<void>
}

/** A long log crosses to the thread in pieces of about this size. */
const PIECE_BYTES = 1_048_576
const PIECE_ENTRIES = 2000

interface Parts {
  readonly database: Pick<Database, 'db' | 'writeTogether'>
  readonly log: Pick<UpdateLog, 'readSince' | 'findSnapshot'>
}

/** Starts its thread with the first pass. */
export function createProjector(parts: Parts): Projector {
  const thread = new AskedThread<ProjectionJob, ProjectionResult>({
    file: new URL('./projection-worker.ts', import.meta.url),
    name: 'projection',
    isBehindOthers: true,
    patience: ONE_JOB,
  })
  const hung = new HungThreads(parts.database.db)
  let running: Promise<unknown> = Promise.resolve()
  // The thread has one pass at a time.
  const next = <Result>(pass: () => Promise<Result>): Promise<Result> => {
    const result = running.then(pass)
    running = result.catch(() => undefined)
    return result
  }
  return {
    project: (document) => next(() => project(document, { ...parts, thread, hung, isAnew: false })),
    rebuild: (document) => next(() => project(document, { ...parts, thread, hung, isAnew: true })),
    close: () => thread.end(),
  }
}

interface Pass extends Parts {
  readonly hung: HungThreads
  readonly thread: AskedThread<ProjectionJob, ProjectionResult>
  readonly isAnew: boolean
}

/** When another node has moved the rows meanwhile, it is looked at again from there, this often at most. */
const ATTEMPTS = 5

async function project(document: DocumentId, pass: Pass): Promise<Projected | undefined> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const projected = await attemptPass(document, pass)
    if (projected !== 'overtaken') return projected
  }
  return undefined
}

async function attemptPass(document: DocumentId, pass: Pass): Promise<Projected | 'overtaken' | undefined> {
  const { database } = pass
  const position = await findPosition(database, document)
  const stored = position?.seq ?? 0
  const isContinued = !pass.isAnew && position?.version === PROJECTION_VERSION
  const continued = isContinued ? await walkFrom(document, stored, pass) : 'unreachable'
  const isAnew = continued === 'unreachable'
  const walked = isAnew ? await walkFrom(document, 0, pass) : continued
  if (walked === 'overtaken') return walked
  if (walked === undefined || walked === 'unreachable') return undefined
  const isWritten = await writeRows(database, { document, from: stored, isAnew, walked: walked.walked, renewed: walked.renewal.renewed })
  if (!isWritten) return 'overtaken'
  const { renewed, isAstray } = walked.renewal
  pass.hung.note(document, { renewed, isAstray })
  return { seq: walked.walked.seq, changes: walked.walked.changes.length, renewed: renewed.length, isAstray }
}

async function findPosition({ db }: Parts['database'], document: DocumentId) {
  return await db.selectFrom('projections').select(['seq', 'version']).where('document_id', '=', document).executeTakeFirst()
}

/** `unreachable`: the log no longer tells what the document was at the seq. `overtaken`: the rows are no longer of it. */
type Obstacle = 'unreachable' | 'overtaken'

/** `undefined` when there is nothing new. */
async function walkFrom(document: DocumentId, from: Seq, pass: Pass): Promise<Found | Obstacle | undefined> {
  const { log, thread } = pass
  let hasBegun = false
  for await (const piece of piecesOf(log.readSince(document, from))) {
    const obstacle = hasBegun ? undefined : await begin({ ...pass, document, from, nextAt: piece[0]?.at ?? 0 })
    if (obstacle) return obstacle
    hasBegun = true
    const entries = packEntries(piece)
    await thread.ask({ kind: 'walk', entries }, [entries.heads.buffer, entries.updates.buffer])
  }
  return hasBegun ? finish(document, pass) : undefined
}

interface Found {
  readonly walked: Walked
  readonly renewal: Renewal
}

const NOTHING_RENEWED: Renewal = { renewed: [], isAstray: false }

async function finish(document: DocumentId, { thread, hung }: Pass): Promise<Found> {
  const threads = await hung.next(document)
  const looked = threads.length > 0 ? await thread.ask({ kind: 'renew', hung: threads }) : undefined
  const ended = await thread.ask({ kind: 'finish' })
  if (ended.kind !== 'walked') throw new Error('The thread gave something else than rows.')
  return { walked: ended.walked, renewal: looked?.kind === 'renewed' ? looked : NOTHING_RENEWED }
}

interface Beginning extends Pass {
  readonly document: DocumentId
  readonly from: Seq
  /** When the first entry after it was committed. */
  readonly nextAt: Millis
}

/** Gives the thread the document as the rows tell it: it may be at hand; else from the snapshot and what follows it, or from the whole log when the snapshot is beyond. */
async function begin({ document, database, log, thread, from, nextAt }: Beginning): Promise<Obstacle | undefined> {
  const goingOn = await loadGoingOn(database.db, document, from > 0 ? nextAt : undefined)
  // What was loaded is of this seq only if the rows still are: another node may have gone on in between.
  if (from > 0 && (await findPosition(database, document))?.seq !== from) return 'overtaken'
  const { kind } = await thread.ask({ kind: 'resume', document, at: from, goingOn })
  if (kind === 'begun') return undefined
  const snapshot = from > 0 ? await log.findSnapshot(document) : undefined
  const base = snapshot && snapshot.seq <= from ? snapshot : undefined
  const updates: Uint8Array[] = []
  let reached = base?.seq ?? 0
  if (reached < from) {
    for await (const entry of log.readSince(document, reached)) {
      if (entry.seq > from) break
      reached = entry.seq
      updates.push(...entry.updates)
    }
  }
  // A compaction may have merged the entry the rows go up to into a later one.
  if (reached !== from) return 'unreachable'
  await thread.ask({ kind: 'begin', document, at: from, base: base?.bytes, updates: packUpdates(updates), goingOn })
  return undefined
}

async function* piecesOf(entries: AsyncIterable<Entry>): AsyncGenerator<Entry[], void, undefined> {
  let piece: Entry[] = []
  let bytes = 0
  for await (const entry of entries) {
    piece.push(entry)
    for (const update of entry.updates) bytes += update.byteLength
    if (bytes < PIECE_BYTES && piece.length < PIECE_ENTRIES) continue
    yield piece
    piece = []
    bytes = 0
  }
  if (piece.length > 0) yield piece
}
