/** Reads what a room needs to open: bytes for who joins, and knowledge to judge who writes. */
import { Buffer } from 'node:buffer'
import { Failure } from '@tandem/shared/failure.ts'
import type { DocumentId, PersonId } from '@tandem/shared/ids.ts'
import * as Y from 'yjs'
import type { Entry, UpdateLog } from '../log/update-log.ts'
import { type DecodedUpdate, decodeStored } from './decode-update.ts'
import { ClientOwners } from './client-owners.ts'
import type { DeletedRange } from './deleted-ranges.ts'
import { type Knowledge, newKnowledge } from './knowledge.ts'
import { frameUpdate } from './server-frames.ts'
import { readVector, StoredState } from './stored-state.ts'

export interface LoadedRoom {
  readonly stored: StoredState
  readonly knowledge: Knowledge
}

/** Loads a room. Never creates anything: a document without a log is unknown. */
export async function loadRoom(log: UpdateLog, document: DocumentId): Promise<LoadedRoom> {
  const snapshot = await log.findSnapshot(document)
  const stored = new StoredState(snapshot)
  const knowledge = newKnowledge(snapshot && readVector(snapshot))
  if (stored.snapshot) absorbDeletes(knowledge, stored.snapshot.deletes)
  let late: Entry[] = []
  for await (const entry of log.readSince(document, stored.head)) {
    stored.add(entry.seq, frameEntry(entry))
    stored.reached(entry.seq)
    if (!absorb(knowledge, entry)) late.push(entry)
  }
  // Two tabs that share their edits may be logged the wrong way round when the store fails between them.
  while (late.length > 0) {
    const still = late.filter((entry) => !absorb(knowledge, entry))
    if (still.length === late.length) break
    late = still
  }
  // Read last: a claim is stored with its entry, so all entries above have theirs. What somebody brought back for another made it nobody's.
  const owners = new ClientOwners(await log.loadOwners(document))
  if (stored.head === 0) throw new Failure('unknown-document', { document })
  return { stored, knowledge: { ...knowledge, owners } }
}

/** The updates of an entry as one buffer of frames. */
export function frameEntry(entry: Pick<Entry, 'updates'>): Buffer {
  const frames = entry.updates.map((update) => frameUpdate(update).frame)
  const [first] = frames
  return first && frames.length === 1 ? first : Buffer.concat(frames)
}

/** Adds a committed entry to the knowledge. Returns false when a part of it continues something that is not known. */
export function absorb(knowledge: Knowledge, entry: Pick<Entry, 'updates' | 'author'>): boolean {
  let isWhole = true
  for (const update of entry.updates) if (!absorbUpdate(knowledge, update, entry.author)) isWhole = false
  return isWhole
}

/** Adds the deletions of a snapshot to the knowledge, which are all there were before it; they are read when somebody first deletes. */
export function absorbDeletes(knowledge: Knowledge, update: Uint8Array): void {
  knowledge.deleted.addLater(() => rangesOf(decodeStored(update).deletes))
}

function absorbUpdate({ vector, owners, deleted }: Knowledge, update: Uint8Array, author: PersonId): boolean {
  const { structs, deletes } = decodeStored(update)
  let isWhole = true
  for (const struct of structs) {
    if (struct instanceof Y.Skip) continue
    const { client, clock } = struct.id
    const known = vector.get(client) ?? 0
    if (clock > known) isWhole = false
    else if (clock + struct.length > known) vector.set(client, clock + struct.length)
    if (owners.get(client) === undefined) owners.set(client, author)
  }
  deleted.addAll([...rangesOf(deletes)])
  return isWhole
}

function* rangesOf(deletes: DecodedUpdate['deletes']): Generator<DeletedRange> {
  for (const [client, ranges] of deletes) for (const { clock, len } of ranges) yield { client, clock, length: len }
}
