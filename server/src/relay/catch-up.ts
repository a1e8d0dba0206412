/** Brings rooms up to what is committed, by whichever node. */
import type { Seq } from '@tandem/shared/ids.ts'
import { absorb, frameEntry } from './load-room.ts'
import type { Room } from './room.ts'

export class CatchUps {
  readonly #running = new Map<Room, Promise<void>>()

  /**
   * Resolves when everybody in the room was told all that is committed up to this seq, but for what is on its way here itself: that is left to its own commit.
   * Rejects when the log cannot be read. One reading at a time for a room.
   */
  async upTo(room: Room, seq: Seq): Promise<void> {
    if (room.stored.head >= seq) return
    const before = this.#running.get(room)?.catch(() => undefined) ?? Promise.resolve()
    const now = before.then(() => (room.stored.head >= seq ? undefined : readOn(room)))
    this.#running.set(room, now)
    try {
      await now
    } finally {
      if (this.#running.get(room) === now) this.#running.delete(room)
    }
  }
}

/** Reads the log beyond the room's head and tells everybody. */
async function readOn(room: Room): Promise<void> {
  const { stored, pipeline, knowledge, parts } = room
  let told: Seq = stored.head
  let hasPassedOwn = false
  for await (const entry of parts.log.readSince(room.document, told)) {
    if (!stored.has(entry.seq)) {
      if (pipeline.isFlying(entry.id)) {
        hasPassedOwn = true
      } else {
        const frames = frameEntry(entry)
        absorb(knowledge, entry)
        stored.add(entry.seq, frames)
        room.tellOthers(frames)
      }
    }
    if (!hasPassedOwn) told = entry.seq
  }
  // Compaction leaves gaps between seqs; an own entry that was passed over looks like one, and must not be taken for it.
  stored.reached(told)
}
