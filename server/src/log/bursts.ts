/** Which entries of the log may become one: what one person wrote without a pause. */
import type { Millis, PersonId, Seq } from '@tandem/shared/ids.ts'

/** What is looked at of an entry. */
export interface BurstMember {
  readonly seq: Seq
  readonly author: PersonId
  readonly at: Millis
  /** Its size in bytes. */
  readonly size: number
}

export interface BurstPolicy {
  /** A silence longer than this ends a burst. */
  readonly pause: Millis
  /** A burst ends at this size, so that the timeline can still be read in steps. */
  readonly maxBytes: number
}

export const BURST_POLICY: BurstPolicy = { pause: 30_000, maxBytes: 262_144 }

/** Splits entries, which stand in the order of the log, into bursts; every entry is in exactly one. */
export function splitIntoBursts<Member extends BurstMember>(entries: readonly Member[], policy: BurstPolicy): (readonly Member[])[] {
  const bursts: Member[][] = []
  let bytes = 0
  for (const entry of entries) {
    const burst = bursts.at(-1)
    const last = burst?.at(-1)
    const isSame = last?.author === entry.author && entry.at - last.at <= policy.pause && bytes + entry.size <= policy.maxBytes
    if (burst && isSame) burst.push(entry)
    else bursts.push([entry])
    bytes = burst && isSame ? bytes + entry.size : entry.size
  }
  return bursts
}
