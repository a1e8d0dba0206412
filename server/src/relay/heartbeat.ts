/** Finds connections that are gone without a goodbye, keeps the living ones from thinking so of us, and asks again now and then who they are. */
import type { Cancel } from '../clock.ts'
import type { RelayParts } from './relay-parts.ts'
import type { Revocation } from './revocation.ts'
import { type Place, type Roster, SLICES } from './roster.ts'
import { BEAT_FRAME } from './server-frames.ts'

/** The bus only wakes: what it lost is found at every third beat. */
const BEATS_PER_JUDGEMENT = 3

export function startHeartbeat(parts: RelayParts, roster: Roster, revocation: Revocation): Cancel {
  let slice = 0
  return parts.clock.every(parts.limits.heartbeat / SLICES, () => {
    slice = (slice + 1) % SLICES
    for (const place of roster) if (place.slice === slice) beat(place, revocation)
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
