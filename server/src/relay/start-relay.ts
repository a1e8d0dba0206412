/** The relay: takes the upgrades of an HTTP server and connects people to rooms. */
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { Failure, type FailureCode } from '@tandem/shared/failure.ts'
import type { Millis } from '@tandem/shared/ids.ts'
import { admit, type AdmitParts } from './admit.ts'
import { Connection } from './connection.ts'
import { Comparisons } from './comparisons.ts'
import { countRefusal, newCounters, type RelayCounters } from './counters.ts'
import { startHeartbeat } from './heartbeat.ts'
import { RELAY_LIMITS, type RelayLimits } from './limits.ts'
import { listenTo } from './listen-to.ts'
import { refuseUpgrade } from './refuse-upgrade.ts'
import type { RelayParts } from './relay-parts.ts'
import { Rests } from './rests.ts'
import { Revocation } from './revocation.ts'
import type { Room } from './room.ts'
import { Rooms } from './rooms.ts'
import { Roster } from './roster.ts'
import { createAcceptor } from './socket.ts'
import { stopRelay } from './stop-relay.ts'
import { Turn } from './turn.ts'

export interface RelayOptions
  extends Omit<RelayParts, 'limits' | 'counters' | 'turn' | 'rests' | 'comparisons' | 'isRepairing'>,
    Pick<AdmitParts, 'own' | 'countUpgrade'> {
  readonly server: Server
  readonly limits?: Partial<RelayLimits>
  /** How long from now the repair window is open; 0 unless told otherwise. */
  readonly repairFor?: Millis
}

export interface Relay {
  readonly counters: Readonly<RelayCounters>
  /** Drains: accepts nobody any more, commits and acks what has arrived, and tells everybody to come back. Never rejects. */
  close(): Promise<void>
}

/** Starts listening for upgrades at `/sync/<documentId>`. The server itself stays the caller's. */
export function startRelay({ server, own, countUpgrade, limits: wished, repairFor = 0, ...given }: RelayOptions): Relay {
  const limits = { ...RELAY_LIMITS, ...wished }
  const { clock, logger } = given
  const repairUntil = clock.now() + repairFor
  if (repairFor > 0) logger.warn({ until: new Date(repairUntil).toISOString() }, 'the repair window is open: people may bring back each other’s words')
  const counters = newCounters()
  const roster = new Roster()
  const parts: RelayParts = {
    ...given,
    limits,
    counters,
    turn: new Turn(clock),
    rests: new Rests(clock, (person) => roster.ofPerson(person)),
    comparisons: new Comparisons(given.snapshotter),
    isRepairing: () => clock.now() < repairUntil,
  }
  const rooms = new Rooms(parts)
  const revocation = new Revocation(parts, roster)
  const accept = createAcceptor(limits.frameBytes)
  let isStopping = false

  const unsubscribe = parts.bus.subscribe((message) => {
    if (message.kind === 'appended') rooms.heardAppended(message.document, message.seq)
    else if (message.kind === 'rows-changed') for (const { connection } of roster.ofJournal(message.journal)) connection.sendHint(message.what)
    else revocation.hear(message)
  })
  const stopHeartbeat = startHeartbeat(parts, roster, revocation)

  const refuse = (stream: Duplex, code: FailureCode) => {
    countRefusal(counters, code)
    parts.logger.debug({ code }, 'an upgrade was refused')
    refuseUpgrade(stream, code)
  }

  const upgrade = async (request: IncomingMessage, stream: Duplex, head: Buffer): Promise<void> => {
    counters.upgrades += 1
    const destroy = () => stream.destroy()
    stream.on('error', destroy)
    const cancelTimeout = parts.clock.after(limits.upgradeTime, destroy)
    try {
      if (isStopping) throw new Failure('stopping')
      const { changes } = revocation
      const admitted = await admit(request, { access: parts.access, own, countUpgrade })
      const room = await rooms.enter(admitted.document)
      try {
        if (isStopping) throw new Failure('stopping')
        if (roster.isFull(room, admitted.signedIn.person, limits)) throw new Failure('too-many-connections')
        stream.off('error', destroy)
        accept({ request, stream, head }, (socket) => {
          const connection = new Connection({ socket, ...admitted, turn: parts.turn, limits, counters })
          return join(connection, room, revocation.changes !== changes)
        })
      } finally {
        rooms.release(room)
      }
    } catch (error) {
      refuse(stream, codeOf(error))
    } finally {
      cancelTimeout()
    }
  }

  /** In the turn of the handshake, so that no frame can come before somebody listens. */
  const join = (connection: Connection, room: Room, hasChanged: boolean) => {
    const place = roster.add(connection, room)
    const ids = { connection: connection.id, person: connection.signedIn.person, document: room.document }
    parts.logger.debug(ids, 'joined')
    room.connections.add(connection)
    connection.whenLeaving(() => room.detach(connection))
    counters.connections += 1
    parts.rests.welcome(connection)
    room.askForMissing(connection)
    // While it was being checked something changed that may concern it.
    if (hasChanged) void revocation.judgeAgain(place)
    return listenTo(connection, room, () => {
      roster.remove(place)
      room.detach(connection)
      counters.connections -= 1
      parts.logger.debug(ids, 'left')
      rooms.closeWhenUnused(room)
    })
  }

  const codeOf = (error: unknown): FailureCode => {
    if (error instanceof Failure) return error.code
    parts.logger.error({ err: error }, 'an upgrade failed')
    return 'internal'
  }

  const onUpgrade = (request: IncomingMessage, stream: Duplex, head: Buffer) => void upgrade(request, stream, head)
  server.on('upgrade', onUpgrade)

  return {
    counters,
    close: async () => {
      isStopping = true
      stopHeartbeat()
      rooms.stop()
      await stopRelay({ parts, rooms, roster })
      unsubscribe()
      server.off('upgrade', onUpgrade)
    },
  }
}
