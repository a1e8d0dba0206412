/** Brings a room up to what other nodes have committed. */
import type { Seq } from '@tandem/shared/ids.ts'
import { absorb, frameEntry } from './load-room.ts'
import type { Room } from './room.ts'

/** Reads the log beyond the room's head and tells everybody. What this node has on its way itself is left to its own commit. */
export async function catchUp(room: Room): Promise<void> {
  const { stored, pipeline, knowledge, parts } = room
  let hasOwn = false
  let last: Seq = stored.head
  for await (const entry of parts.log.readSince(room.document, stored.head)) {
    last = entry.seq
    if (stored.has(entry.seq)) continue
    if (pipeline.isFlying(entry.id)) {
      hasOwn = true
      continue
    }
    const frames = frameEntry(entry)
    absorb(knowledge, entry)
    stored.add(entry.seq, frames)
    room.tellOthers(frames)
  }
  // Compaction leaves gaps between seqs; an own entry that was passed over does too, and must not be taken for one.
  if (!hasOwn) stored.reached(last)
}
