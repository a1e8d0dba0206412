/**
 * Who is in a room, as awareness carries it. A connection speaks for one client id, its own; who stands behind it is written by the
 * server; so nobody can rename, move or remove another.
 */
import type { Buffer } from 'node:buffer'
import type { Millis, PersonId } from '@tandem/shared/ids.ts'
import { colorOf } from '@tandem/shared/palette.ts'
import { MESSAGE } from '@tandem/shared/wire/frames.ts'
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import type { Clock } from '../clock.ts'
import type { Connection } from './connection.ts'
import { type AwarenessState, parseAwareness } from './read-awareness.ts'
import { frameMessage } from './server-frames.ts'

/** What one connection says of itself. */
interface Holder {
  readonly client: number
  readonly connection: Connection
  /** As it will be sent, the person written by us; `null` when it said that it is gone. */
  state: string | null
  /** The clock it was last sent with. */
  clock: number
  sentAt: Millis
  isDirty: boolean
}

export interface PresenceOptions {
  readonly clock: Clock
  readonly limits: { readonly presenceBytes: number; readonly presenceInterval: Millis }
  /** To whom a client id belongs that has written. */
  readonly findOwner: (client: number) => PersonId | undefined
  /** Sends a frame to everybody in the room but one. */
  readonly tellOthers: (frame: Buffer, except: Connection) => void
}

export class Presence {
  readonly #options: PresenceOptions
  readonly #byClient = new Map<number, Holder>()
  readonly #byConnection = new Map<Connection, Holder>()
  /** The last clocks of those who left, as long as the time has not passed them: they may come back. */
  readonly #gone = new Map<number, number>()
  /** Who was here under an id before anybody wrote under it: it stays theirs while they are away, for they may come back with words. */
  readonly #firstHolders = new Map<number, PersonId>()
  #isScheduled = false

  constructor(options: PresenceOptions) {
    this.#options = options
  }

  /** Hears an awareness message. Returns false when it is garbage. */
  hear(connection: Connection, bytes: Uint8Array): boolean {
    const states = parseAwareness(bytes)
    if (!states) return false
    const own = this.#byConnection.get(connection) ?? this.#name(connection, states)
    // A stock client repeats what it hears of others; that is dropped without a word.
    const said = states.find((each) => each.client === own?.client)
    if (!own || !said) return true
    if (said.json.length > this.#options.limits.presenceBytes) return true
    own.state = said.state === null ? null : JSON.stringify({ ...said.state, user: userOf(connection) })
    own.isDirty = true
    this.#schedule()
    return true
  }

  /** Tells a joiner who is here. */
  tellAll(connection: Connection): void {
    const holders = this.#othersOf(connection)
    if (holders.length > 0) connection.send(frameStates(holders))
  }

  /** As `tellAll`, and that nobody is: who asks would take silence for a line that is dead. */
  answer(connection: Connection): void {
    connection.send(frameStates(this.#othersOf(connection)))
  }

  #othersOf(connection: Connection): Holder[] {
    return [...this.#byClient.values()].filter((holder) => holder.connection !== connection && holder.state !== null && holder.sentAt > 0)
  }

  /** Writes the person anew after their name, role or hue changed. */
  refresh(connection: Connection): void {
    const holder = this.#byConnection.get(connection)
    if (holder) this.#holdFirst(holder)
    if (!holder || holder.state === null) return
    holder.state = JSON.stringify({ ...(JSON.parse(holder.state) as object), user: userOf(connection) })
    holder.isDirty = true
    this.#schedule()
  }

  /** Removes a connection that left, for everybody, at once. */
  leave(connection: Connection): void {
    const holder = this.#byConnection.get(connection)
    if (!holder) return
    this.#byConnection.delete(connection)
    this.#byClient.delete(holder.client)
    if (holder.sentAt === 0) return
    holder.state = null
    holder.clock = this.#nextClock(holder)
    this.#remember(holder)
    this.#options.tellOthers(frameStates([holder]), connection)
  }

  /** Whether this very connection is present under this client id. */
  isHeldBy(client: number, connection: Connection): boolean {
    return this.#byClient.get(client)?.connection === connection
  }

  /** Whether somebody else is or was present under this client id first, who might write under it. */
  isHeldByOther(client: number, person: PersonId): boolean {
    const holder = this.#firstHolders.get(client)
    return holder !== undefined && holder !== person
  }

  /** The first id a connection names that can be its own becomes its own. */
  #name(connection: Connection, states: readonly AwarenessState[]): Holder | undefined {
    const { person } = connection.signedIn
    for (const { client, clock } of states) {
      const owner = this.#options.findOwner(client)
      if ((owner ?? this.#firstHolders.get(client) ?? person) !== person) continue
      const before = this.#byClient.get(client)
      // A clock of ours is an echo of what it heard of another tab; one of its own is the same tab, back after its line broke.
      if (before && (before.connection.signedIn.person !== person || clock >= OURS_FROM)) continue
      const holder: Holder = { client, connection, state: null, clock: before?.clock ?? this.#gone.get(client) ?? 0, sentAt: 0, isDirty: false }
      if (before) this.#byConnection.delete(before.connection)
      this.#byClient.set(client, holder)
      this.#byConnection.set(connection, holder)
      this.#holdFirst(holder)
      return holder
    }
    return undefined
  }

  /** Who may not write holds nothing. */
  #holdFirst({ client, connection }: Holder): void {
    if (connection.findWriteRefusal() !== undefined) return
    const holder = this.#firstHolders.get(client) ?? connection.signedIn.person
    this.#firstHolders.delete(client)
    this.#firstHolders.set(client, holder)
    if (this.#firstHolders.size <= MOST_FIRST_HOLDERS) return
    for (const oldest of this.#firstHolders.keys()) return void this.#firstHolders.delete(oldest)
  }

  #schedule(): void {
    if (this.#isScheduled) return
    this.#isScheduled = true
    this.#options.clock.atTurnEnd(() => this.#flush())
  }

  #flush(): void {
    this.#isScheduled = false
    const { clock, limits, tellOthers } = this.#options
    const now = clock.now()
    let hasEarly = false
    for (const holder of this.#byClient.values()) {
      if (!holder.isDirty) continue
      if (Math.abs(now - holder.sentAt) < limits.presenceInterval) {
        hasEarly = true
        continue
      }
      holder.isDirty = false
      holder.sentAt = now
      holder.clock = this.#nextClock(holder)
      tellOthers(frameStates([holder]), holder.connection)
    }
    if (!hasEarly) return
    this.#isScheduled = true
    clock.after(limits.presenceInterval, () => this.#flush())
  }

  /**
   * The clock others hear. A client's own begins anew after a reload and stands still over a cut, and others ignore what is not
   * newer: so it is ours, from the time, which also goes on over a restart. In tenths of seconds it fits the 32 bits of other programs.
   */
  #nextClock({ clock }: Holder): number {
    return Math.max(clock + 1, this.#tenths())
  }

  #remember({ client, clock }: Holder): void {
    const now = this.#tenths()
    for (const [other, last] of this.#gone) if (last < now) this.#gone.delete(other)
    this.#gone.set(client, clock)
  }

  #tenths(): number {
    return Math.floor((this.#options.clock.now() - BEGINNING) / 100)
  }
}

/** Those of the last tabs. */
const MOST_FIRST_HOLDERS = 1000

const BEGINNING: Millis = Date.UTC(2026, 0, 1)
/** No client counts so far by itself, and ours began beyond. */
const OURS_FROM = 100_000_000

function userOf({ signedIn, admission }: Connection): object {
  return { id: signedIn.person, name: signedIn.name, color: colorOf(admission.hue), hue: admission.hue, seat: admission.seat }
}

function frameStates(holders: readonly Holder[]): Buffer {
  const states = createEncoder()
  writeVarUint(states, holders.length)
  for (const { client, clock, state } of holders) {
    writeVarUint(states, client)
    writeVarUint(states, clock)
    writeVarString(states, state ?? 'null')
  }
  const message = createEncoder()
  writeVarUint(message, MESSAGE.awareness)
  writeVarUint8Array(message, toUint8Array(states))
  return frameMessage(toUint8Array(message))
}
