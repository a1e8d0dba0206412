/** One connection to one room, in the dialect of its system: joins, and tells what arrives. */
import { type Connection, openConnection } from './connection.ts'
import { readDelivered } from './delivered.ts'
import type { Dialect } from './plan.ts'
import { Typist } from './typist.ts'
import { Cursor, writeVarUint } from './varint.ts'

export interface MemberOptions {
  readonly port: number
  readonly dialect: Dialect
  readonly path: string
  readonly document: string
  readonly cookie: string
}

export interface MemberEvents {
  /** Keystrokes of `clientId` arrived, from `clock` on. */
  onDelivered(member: Member, clientId: number, clock: number, count: number): void
  /** So many of this connection's updates are durable. */
  onAcked(member: Member, count: number): void
  onBatch(member: Member): void
  onFailure(error: Error): void
}

/** The inner and outer message types of the wire that a client meets. */
const SYNC = 0
const HOCUSPOCUS_SYNC_REPLY = 4
const ACK = 64
const REFUSED = 65
const STEP1 = 0
const STEP2 = 1
const UPDATE = 2
const EMPTY_STEP1 = [SYNC, STEP1, 1, 0]
const EMPTY_STEP2 = [SYNC, STEP2, 2, 0, 0]

export class Member {
  readonly typist: Typist
  isJoined = false
  /** Bytes received until the document was there. */
  joinBytes = 0
  /** Acked updates that were not keystrokes: the answer to the server's step 1 is counted by acks too. */
  #otherUpdates = 0
  #connection: Connection | undefined
  readonly #options: MemberOptions
  readonly #events: MemberEvents
  readonly #prefix: Uint8Array
  readonly #cursor = new Cursor()
  #tellJoined: () => void = () => undefined

  constructor(options: MemberOptions, events: MemberEvents) {
    this.#options = options
    this.#events = events
    this.#prefix = options.dialect === 'hocuspocus' ? documentPrefix(options.document) : new Uint8Array(0)
    this.typist = new Typist(this.#prefix)
  }

  /** Connects and resolves once the document is here. */
  join(): Promise<void> {
    const { port, path, cookie, dialect } = this.#options
    return new Promise((resolve) => {
      this.#tellJoined = resolve
      openConnection({
        port,
        path,
        cookie,
        onOpen: (connection) => {
          this.#connection = connection
          if (dialect === 'broadcast') this.#becomeJoined()
          if (dialect === 'hocuspocus') this.#say([2, 0, 1, 't'.charCodeAt(0)])
          if (dialect !== 'broadcast') this.#say(EMPTY_STEP1)
        },
        onMessage: (bytes, start, end) => this.#hear(bytes, start, end),
        onBatch: () => this.#events.onBatch(this),
        onClosed: (why) => this.#events.onFailure(new Error(`A connection ended: ${why}`)),
      })
    })
  }

  /** Types so many keystrokes at once. */
  type(count: number): void {
    this.#connection?.write(this.typist.frames(count))
  }

  /** Sends an update made elsewhere. */
  sendUpdate(update: Uint8Array): void {
    const header = new Uint8Array(12)
    header.set([SYNC, UPDATE])
    const end = writeVarUint(header, 2, update.length)
    this.#connection?.send(Buffer.concat([this.#prefix, header.subarray(0, end), update]))
  }

  leave(): void {
    this.#connection?.close()
  }

  #say(message: readonly number[]): void {
    this.#connection?.send(Uint8Array.from([...this.#prefix, ...message]))
  }

  #becomeJoined(): void {
    this.isJoined = true
    this.#tellJoined()
  }

  #hear(bytes: Buffer, start: number, end: number): void {
    if (!this.isJoined) this.joinBytes += end - start
    const cursor = this.#cursor.over(bytes, start + this.#prefix.length)
    const type = cursor.readByte()
    if (type === SYNC || type === HOCUSPOCUS_SYNC_REPLY) this.#hearSync(cursor, end)
    else if (type === ACK) this.#events.onAcked(this, cursor.readVarUint() - this.#otherUpdates)
    else if (type === REFUSED) this.#events.onFailure(new Error(`A frame was refused: ${bytes.toString('utf8', start + 1, end)}`))
  }

  #hearSync(cursor: Cursor, end: number): void {
    const step = cursor.readByte()
    if (step === STEP1) {
      this.#say(EMPTY_STEP2)
      this.#otherUpdates += 1
      return
    }
    cursor.readVarUint()
    // What comes before the answer to its step 1 is the document, which nobody typed here.
    if (step === UPDATE && this.isJoined) readDelivered(cursor, end, (clientId, clock, count) => this.#events.onDelivered(this, clientId, clock, count))
    else if (step === STEP2 && !this.isJoined) this.#becomeJoined()
  }
}

function documentPrefix(name: string): Uint8Array {
  const text = Buffer.from(name)
  const prefix = new Uint8Array(text.length + 1)
  prefix[0] = text.length
  prefix.set(text, 1)
  return prefix
}
