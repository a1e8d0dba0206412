/** Stopping without a loss: what has arrived is committed and acked, then everybody is told to come back in a moment. */
import type { RelayParts } from './relay-parts.ts'
import type { Rooms } from './rooms.ts'
import type { Roster } from './roster.ts'

export interface Stopping {
  readonly parts: RelayParts
  readonly rooms: Rooms
  readonly roster: Roster
}

/** Waits for the disk, then for goodbyes, but not longer than the limits say. What could not be saved was never acked and is still with the clients. */
export async function stopRelay({ parts: { clock, limits, logger }, rooms, roster }: Stopping): Promise<void> {
  // Not read from the clock, which may be set back meanwhile.
  const time = { isOver: false }
  clock.after(limits.stopping, () => {
    time.isOver = true
  })
  const isSaved = () => [...rooms].every((room) => room.pipeline.isIdle)
  // Nobody is heard any more, or with many writers there would always be one more edit under way, stored when its ack can no longer get out.
  for (const { connection } of roster) connection.pause()
  await until(clock, () => isSaved() || time.isOver)
  if (!isSaved()) logger.error('stopping although not everything could be saved; it was not acknowledged and is still with the clients')
  for (const { connection } of roster) connection.close('stopping')
  await until(clock, () => roster.size === 0 || time.isOver)
  for (const { connection } of roster) connection.terminate()
}

const LOOK_EVERY = 10

function until(clock: RelayParts['clock'], holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (holds()) resolve()
      else clock.after(LOOK_EVERY, look)
    }
    look()
  })
}
