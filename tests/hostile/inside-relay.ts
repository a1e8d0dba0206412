/** A relay without a network: real rooms, log and database, and connections whose sockets only take what they are given. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inProcessBus } from '@tandem/server/bus/in-process-bus.ts'
import { systemClock } from '@tandem/server/clock.ts'
import { openDatabase } from '@tandem/server/database/open-database.ts'
import { findAdmission } from '@tandem/server/journals/admissions.ts'
import { createSnapshotter } from '@tandem/server/log/snapshotter.ts'
import { FrontedLog } from '@tandem/server/log/fronted-log.ts'
import { createLogger } from '@tandem/server/operations/logger.ts'
import { Connection } from '@tandem/server/relay/connection.ts'
import { Comparisons } from '@tandem/server/relay/comparisons.ts'
import { newCounters, type RelayCounters } from '@tandem/server/relay/counters.ts'
import { RELAY_LIMITS } from '@tandem/server/relay/limits.ts'
import { listenTo } from '@tandem/server/relay/listen-to.ts'
import type { RelayParts } from '@tandem/server/relay/relay-parts.ts'
import type { Room } from '@tandem/server/relay/room.ts'
import { Rests } from '@tandem/server/relay/rests.ts'
import { Rooms } from '@tandem/server/relay/rooms.ts'
import type { Socket } from '@tandem/server/relay/socket.ts'
import { Turn } from '@tandem/server/relay/turn.ts'
import { DocumentId, type PersonId, type SignInId } from '@tandem/shared/ids.ts'
import type { Role } from '@tandem/shared/roles.ts'
import type * as Y from 'yjs'
import { addJournal } from '../relay/node.ts'
import { readStoredDoc } from '../support/stored-log.ts'

/** One connection, spoken for. */
export interface Mouth {
  readonly isClosed: boolean
  say(frame: Uint8Array): void
  /** A new connection of the same person to the same room; this one is gone. */
  again(): Mouth
  leave(): void
}

export interface InsideRoom {
  readonly room: Room
  speakAs(person: string): Promise<Mouth>
  /** The document its log makes, or why it makes none. */
  stored(): Y.Doc | Error
  close(): void
}

export interface InsideRelay {
  readonly counters: RelayCounters
  /** What was logged as an error so far. */
  readonly defects: () => number
  openRoom(roles: Readonly<Record<string, Role>>): Promise<InsideRoom>
  close(): Promise<void>
}

export async function openInsideRelay(): Promise<InsideRelay> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tandem-inside-'))
  const clock = systemClock
  const database = await openDatabase({ dataDir, clock })
  let defects = 0
  const countDefect = () => {
    defects += 1
  }
  const log = new FrontedLog({ dataDir, database, clock, onTrouble: countDefect })
  const snapshotter = createSnapshotter(log)
  const logger = createLogger('silent')
  logger.error = countDefect
  const find = (document: DocumentId, person: PersonId) => findAdmission(database.db, { document, person })
  const counters = newCounters()
  const parts: RelayParts = {
    log,
    snapshotter,
    access: { findSignedIn: () => Promise.resolve(undefined), isSignInAlive: () => Promise.resolve(true), findAdmission: find },
    bus: inProcessBus(countDefect),
    clock,
    logger,
    limits: { ...RELAY_LIMITS, framesPerSecond: Number.POSITIVE_INFINITY },
    isRepairing: () => false,
    counters,
    turn: new Turn(clock),
    rests: new Rests(clock, (person) => [...rooms].flatMap((room) => [...room.connections].filter(({ signedIn }) => signedIn.person === person))),
    comparisons: new Comparisons(snapshotter),
  }
  const rooms = new Rooms(parts)

  const connect = (room: Room, who: Pick<Connection, 'admission' | 'signedIn'>): Mouth => {
    const connection = new Connection({ socket: silentSocket(), ...who, wantsAcks: true, turn: parts.turn, limits: parts.limits, counters })
    room.connections.add(connection)
    const ear = listenTo(connection, room, () => room.detach(connection))
    return {
      get isClosed() {
        return connection.isLeaving
      },
      say: (frame) => ear.message(Buffer.from(frame)),
      again: () => {
        ear.closed()
        return connect(room, connection)
      },
      leave: () => ear.closed(),
    }
  }

  return {
    counters,
    defects: () => defects,
    openRoom: async (roles) => {
      const document = DocumentId.parse((await addJournal(database, roles)).documentId)
      const room = await rooms.enter(document)
      return {
        room,
        speakAs: async (name) => {
          const person = name as PersonId
          const admission = await find(document, person)
          if (!admission) throw new Error(`${name} is not in this journal.`)
          return connect(room, { admission, signedIn: { signIn: name as SignInId, person, name } })
        },
        stored: () => {
          try {
            return readStoredDoc(dataDir, document)
          } catch (error) {
            if (error instanceof Error) return error
            throw error
          }
        },
        close: () => rooms.release(room),
      }
    },
    close: async () => {
      await snapshotter.close()
      await log.close()
      await database.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

function silentSocket(): Socket {
  return {
    unsent: 0,
    isOpen: true,
    write: () => undefined,
    close: () => undefined,
    terminate: () => undefined,
    pause: () => undefined,
    resume: () => undefined,
  }
}
