/** Which seats of a journal can still be given away. */
import type { Member } from '@tandem/shared/contracts/journals.ts'
import { Seat } from '@tandem/shared/roles.ts'

export interface OfferedSeat {
  readonly seat: Seat
  readonly isTaken: boolean
}

/** All seats in their order; there is one mentor and one mentee, third seats are as many as are invited. */
export function offeredSeats(members: readonly Pick<Member, 'seat'>[]): readonly OfferedSeat[] {
  return Seat.options.map((seat) => ({ seat, isTaken: seat !== 'third' && members.some((member) => member.seat === seat) }))
}

/** The seat most likely meant: the pair's empty one, or else a third. */
export function likelySeat(members: readonly Pick<Member, 'seat'>[]): Seat {
  return offeredSeats(members).find((offered) => !offered.isTaken)?.seat ?? 'third'
}
