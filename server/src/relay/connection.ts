/** One websocket of one person to one room: who it is, what it has been told, and what waits to be sent to it. */
import type { Buffer } from 'node:buffer'
import { type FailureCode, failureKind } from '@tandem/shared/failure.ts'
import { newId } from '@tandem/shared/ids.ts'
import { may, mayWhenArchived } from '@tandem/shared/roles.ts'
import type { RowKind } from '@tandem/shared/wire/row-kinds.ts'
import type { Admission, SignedIn } from '../journals/access.ts'
import { AckLedger } from './ack-ledger.ts'
import { type RelayCounters, countRefusal } from './counters.ts'
import type { RelayLimits } from './limits.ts'
import { frameAck, frameFullness, frameHint, frameRefused } from './server-frames.ts'
import type { Socket } from './socket.ts'
import type { Turn } from './turn.ts'

export interface ConnectionOptions {
  readonly socket: Socket
  readonly signedIn: SignedIn
  readonly admission: Admission
  /** Whether it asked for our frames, types 64 to 67. */
  readonly wantsAcks: boolean
  readonly turn: Turn
  readonly limits: RelayLimits
  readonly counters: RelayCounters
}

export class Connection {
  readonly id: string = newId()
  readonly signedIn: SignedIn
  readonly wantsAcks: boolean
  readonly acks = new AckLedger()
  admission: Admission
  /** Its step 1 is answered: from now on it hears what others write. */
  isJoined = false
  /** Said goodbye, or gone: nothing it says counts and nothing is sent. */
  isLeaving = false
  /** A step 1 of ours asks for what was missing; until the answer comes, further gaps are told to nobody. */
  isResyncing = false
  /** A worker finds out what it lacks. */
  isComparing = false
  /** Heard since the last beat. */
  isHeard = true
  /** What it was told of a store that fails; told once until it recovers. */
  knowsCannotStore = false

  readonly #socket: Socket
  readonly #turn: Turn
  readonly #limits: RelayLimits
  readonly #counters: RelayCounters
  #queue: Uint8Array[] = []
  #queuedBytes = 0
  /** Bytes of a join that still count as being sent: a large document is no slow reader. */
  #allowance = 0
  #pauses = 0
  #whenLeaving = (): void => {}

  constructor({ socket, signedIn, admission, wantsAcks, turn, limits, counters }: ConnectionOptions) {
    this.signedIn = signedIn
    this.admission = admission
    this.wantsAcks = wantsAcks
    this.#socket = socket
    this.#turn = turn
    this.#limits = limits
    this.#counters = counters
  }

  /** Why this connection may not write; `undefined` when it may. */
  findWriteRefusal(): 'read-only' | 'journal-archived' | undefined {
    if (!may(this.admission.role, 'edit')) return 'read-only'
    return this.admission.archived && !mayWhenArchived('edit') ? 'journal-archived' : undefined
  }

  /** Whether the answer to its last step 1 is still on its way. */
  get isAnswering(): boolean {
    return this.isComparing || (this.#allowance > 0 && (this.#queuedBytes > 0 || this.#socket.unsent > 0))
  }

  /** Sends whole frames at the end of the turn, in order, in one write with everything else. */
  send(frame: Uint8Array): void {
    if (this.isLeaving) return
    if (this.#queue.length === 0) {
      this.#turn.addSocket(this)
      // Most turns send one: a list that grows out of nothing takes room for seventeen.
      this.#queue = [frame]
    } else {
      this.#queue.push(frame)
    }
    this.#queuedBytes += frame.length
  }

  /** Sends the frames of a join: however large, they make no slow reader. */
  sendJoin(frames: readonly Buffer[]): void {
    for (const frame of frames) {
      this.#allowance += frame.length
      this.send(frame)
    }
  }

  /** Tells how much is saved, if it asked and there is news. */
  sendAck(): void {
    const due = this.acks.takeDue()
    if (due !== undefined && this.wantsAcks) this.send(frameAck(due))
  }

  /** Tells how full the document is, if it asked to be told. */
  sendFullness(percent: number): void {
    if (this.wantsAcks) this.send(frameFullness(percent))
  }

  /** Tells that rows beside the document have changed, if it asked to be told. */
  sendHint(what: RowKind): void {
    if (this.wantsAcks) this.send(frameHint(what))
  }

  /** Tells of a refused frame, if it asked to be told. */
  refuse(code: FailureCode): void {
    countRefusal(this.#counters, code)
    if (this.wantsAcks) this.send(frameRefused(code))
  }

  /** Says goodbye with the close code of a failure; what was queued before still goes out. */
  close(code: FailureCode): void {
    if (this.isLeaving) return
    this.turnEnded()
    // What was queued may have been too much for it.
    if (this.isLeaving) return
    countRefusal(this.#counters, code)
    this.#leave()
    // Its goodbye must be read, whatever it was slowed down for.
    if (this.isPaused) this.#socket.resume()
    this.#socket.close(failureKind(code).close ?? 1011, code)
  }

  terminate(): void {
    this.#leave()
    this.#socket.terminate()
  }

  /** `act` runs as soon as the connection is given up; its socket may linger until the other side has said goodbye too. */
  whenLeaving(act: () => void): void {
    this.#whenLeaving = act
  }

  #leave(): void {
    this.isLeaving = true
    this.#whenLeaving()
  }

  /** Reads nothing more until as many `resume`s have come. */
  pause(): void {
    this.#pauses += 1
    this.#socket.pause()
  }

  resume(): void {
    this.#pauses -= 1
    if (this.#pauses === 0) this.#socket.resume()
  }

  get isPaused(): boolean {
    return this.#pauses > 0
  }

  turnEnded(): void {
    if (this.#queue.length === 0) return
    const frames = this.#queue
    const bytes = this.#queuedBytes
    this.#queue = []
    this.#queuedBytes = 0
    if (this.isLeaving) return
    const { unsent } = this.#socket
    if (unsent === 0 && this.#allowance > bytes) this.#allowance = bytes
    if (unsent + bytes > this.#limits.unsentBytes + this.#allowance) {
      // Never skip a frame: the reader comes back and gets the difference.
      this.close('slow-reader')
      return
    }
    this.#counters.writtenBytes += bytes
    this.#socket.write(frames, bytes)
  }
}
