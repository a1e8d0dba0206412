/** Brings what changed outside to open connections: a role is lowered in place, who may no longer be here is sent away. */
import type { FailureCode } from '@tandem/shared/failure.ts'
import type { BusMessage } from '../bus/bus.ts'
import type { Admission } from '../journals/access.ts'
import type { RelayParts } from './relay-parts.ts'
import type { Place, Roster } from './roster.ts'

export class Revocation {
  readonly #parts: RelayParts
  readonly #roster: Roster
  /** Rises with every message that may concern somebody whose upgrade is being checked. */
  #changes = 0

  constructor(parts: RelayParts, roster: Roster) {
    this.#parts = parts
    this.#roster = roster
  }

  /** To be remembered before an upgrade is checked, and compared once it is accepted. */
  get changes(): number {
    return this.#changes
  }

  hear(message: BusMessage): void {
    if (message.kind === 'appended' || message.kind === 'rows-changed') return
    this.#changes += 1
    if (message.kind === 'sign-in-ended') {
      for (const place of this.#roster.ofSignIn(message.signIn)) place.connection.close('signed-out')
      return
    }
    for (const place of this.#roster.ofJournal(message.journal)) {
      if (message.person === undefined || message.person === place.connection.signedIn.person) void this.judgeAgain(place)
    }
  }

  /** Asks again who this connection is and what it may do. Whoever cannot be judged is sent away and judged when coming back. */
  async judgeAgain({ connection, room }: Place): Promise<void> {
    const { access, logger } = this.#parts
    const { signIn, person } = connection.signedIn
    try {
      const [isAlive, admission] = await Promise.all([access.isSignInAlive(signIn), access.findAdmission(room.document, person)])
      if (connection.isLeaving) return
      const refusal: FailureCode | undefined = isAlive ? (admission ? undefined : 'unknown-document') : 'signed-out'
      if (refusal) connection.close(refusal)
      else if (admission) change({ connection, room }, admission)
    } catch (error) {
      logger.error({ document: room.document, err: error }, 'a connection could not be judged again and is closed')
      connection.close('internal')
    }
  }
}

function change({ connection, room }: Pick<Place, 'connection' | 'room'>, admission: Admission): void {
  const before = connection.admission
  if (before.role === admission.role && before.archived === admission.archived && before.hue === admission.hue && before.seat === admission.seat) return
  const couldWrite = connection.findWriteRefusal() === undefined
  connection.admission = admission
  room.presence.refresh(connection)
  // So that the page asks what it may do now, and shows it.
  connection.refuse('role-changed')
  // What it wrote while it only read was refused; from now on it counts.
  if (!couldWrite && connection.findWriteRefusal() === undefined) room.askForMissing(connection)
}
