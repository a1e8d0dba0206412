/** Finds connections that are gone without a goodbye, keeps the living ones from thinking so of us, and asks again now and then who they are. */
import type { Cancel } from '../clock.ts'
import type { RelayParts } from './relay-parts.ts'
import type { Revocation } from './revocation.ts'
import { BEATS_PER_JUDGEMENT, type Place, type Roster, SLICES } from './roster.ts'
import { BEAT_FRAME } from './server-frames.ts'

export function startHeartbeat(parts: RelayParts, roster: Roster, revocation: Revocation): Cancel {
  const { clock, limits } = parts
  const each = limits.heartbeat / SLICES
  let slice = 0
  let doneTo = clock.now()
  return clock.every(each, () => {
    const now = clock.now()
    // The clock was set, or the machine slept.
    if (now < doneTo || now > doneTo + limits.heartbeat) doneTo = now - each
    // A late timer has several slices to look after: else a busy server's beat would grow longer than a quiet client waits.
    for (; doneTo + each <= now; doneTo += each) {
      slice = (slice + 1) % SLICES
      for (const place of roster.ofSlice(slice)) beat(place, revocation)
    }
  })
}

function beat(place: Place, revocation: Revocation): void {
  const { connection } = place
  // Who is slowed down cannot answer.
  if (!connection.isHeard && !connection.isPaused) {
    connection.terminate()
    return
  }
  connection.isHeard = false
  connection.send(BEAT_FRAME)
  place.beats += 1
  if (place.beats % BEATS_PER_JUDGEMENT === 0) void revocation.judgeAgain(place)
}
