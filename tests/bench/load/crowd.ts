/** All connections of a load: their joins, what was typed, acked and delivered, and how long it took. */
import { Histogram } from '../statistics.ts'
import { Member, type MemberEvents } from './member.ts'
import type { LoadPlan, LoadResult } from './plan.ts'

const REMEMBERED = 65_536
const DRAIN_LIMIT_MS = 10_000

export interface Room {
  readonly members: readonly Member[]
}

/** Counts of one writer. `sentAt` remembers when its latest keystrokes were written, by clock. */
interface Writer {
  readonly member: Member
  readonly others: number
  readonly witness: Member | undefined
  readonly sentAt: Float64Array
  acked: number
  /** Keystrokes the witness has received. */
  witnessed: number
  delivered: number
}

export class Crowd {
  readonly rooms: readonly Room[]
  /** Called when a writer's updates were confirmed: acked durably, or else received by the second connection. */
  onConfirmed: (writer: Member, count: number) => void = () => undefined
  onBatch: () => void = () => undefined
  /** Called with all updates of any connection that are durable by now, those not typed here included. */
  onAckTotal: (total: number) => void = () => undefined
  readonly #plan: LoadPlan
  readonly #writers = new Map<number, Writer>()
  readonly #byMember = new Map<Member, Writer>()
  #fanOut = new Histogram()
  #ack = new Histogram()
  #now = 0
  #joins: number[] = []
  #fail: (error: Error) => void
  readonly failure: Promise<never>

  constructor(plan: LoadPlan) {
    this.#plan = plan
    const { promise, reject } = Promise.withResolvers<never>()
    this.failure = promise
    // Whoever waits at the moment hears it; nobody waiting yet is no reason to end.
    promise.catch(() => undefined)
    this.#fail = reject
    const events: MemberEvents = {
      onDelivered: (member, clientId, clock, count) => this.#delivered(member, { clientId, clock, count }),
      onAcked: (member, count) => this.#acked(member, count),
      onBatch: () => {
        this.#now = 0
        this.onBatch()
      },
      onFailure: (error) => this.#fail(error),
    }
    const { port, dialect } = plan
    this.rooms = plan.rooms.map(({ path, document, cookies }) => ({
      members: cookies.map((cookie) => new Member({ port, dialect, path, document, cookie }, events)),
    }))
  }

  get members(): Member[] {
    return this.rooms.flatMap((room) => room.members)
  }

  /** Joins, at most `atOnce` at a time. */
  async join(atOnce: number): Promise<void> {
    const waiting = this.members
    const worker = async () => {
      for (let member = waiting.shift(); member; member = waiting.shift()) {
        const started = performance.now()
        await member.join()
        this.#joins.push(performance.now() - started)
      }
    }
    await Promise.race([Promise.all(Array.from({ length: Math.min(atOnce, waiting.length) }, worker)), this.failure])
  }

  /** Types keystrokes and remembers when. */
  type(room: Room, member: Member, count: number): void {
    const writer = this.#writerOf(room, member)
    const now = performance.now()
    const { clock } = member.typist
    for (let index = 0; index < count; index += 1) writer.sentAt[(clock + index) % REMEMBERED] = now
    member.type(count)
  }

  /** Begins counting latencies afresh. */
  resetLatencies(): void {
    this.#fanOut = new Histogram()
    this.#ack = new Histogram()
  }

  /** Confirmed updates and deliveries so far. */
  totals(): { confirmed: number; delivered: number } {
    const total = { confirmed: 0, delivered: 0 }
    for (const writer of this.#writers.values()) {
      total.confirmed += this.#plan.acks ? writer.acked : writer.witnessed
      total.delivered += writer.delivered
    }
    return total
  }

  /** Latencies since they were reset, as part of a result. */
  latencies(): Pick<LoadResult, 'fanOutP50' | 'fanOutP99' | 'ackP50' | 'ackP99'> {
    const [fanOut, ack] = [this.#fanOut, this.#ack]
    return { fanOutP50: fanOut.percentile(0.5), fanOutP99: fanOut.percentile(0.99), ackP50: ack.percentile(0.5), ackP99: ack.percentile(0.99) }
  }

  joins(): { joins: readonly number[]; joinBytes: number } {
    return { joins: this.#joins, joinBytes: this.members.reduce((sum, member) => sum + member.joinBytes, 0) }
  }

  /** Waits until everything typed was confirmed and has arrived everywhere; answers how much had not after ten seconds. */
  async drain(): Promise<number> {
    const until = performance.now() + DRAIN_LIMIT_MS
    for (;;) {
      const missing = this.#missing()
      if (missing === 0 || performance.now() > until) return missing
      await Promise.race([new Promise((resolve) => setTimeout(resolve, 10)), this.failure])
    }
  }

  leave(): void {
    for (const member of this.members) member.leave()
  }

  #missing(): number {
    let missing = 0
    for (const { member, others, acked, delivered } of this.#writers.values()) {
      missing += member.typist.clock * others - delivered
      if (this.#plan.acks) missing += member.typist.clock - acked
    }
    return missing
  }

  #writerOf(room: Room, member: Member): Writer {
    const known = this.#byMember.get(member)
    if (known) return known
    const witness = room.members.find((other) => other !== member)
    const writer = { member, others: room.members.length - 1, witness, sentAt: new Float64Array(REMEMBERED), acked: 0, witnessed: 0, delivered: 0 }
    this.#writers.set(member.typist.clientId, writer)
    this.#byMember.set(member, writer)
    return writer
  }

  #delivered(member: Member, { clientId, clock, count }: { clientId: number; clock: number; count: number }): void {
    const writer = this.#writers.get(clientId)
    // Some systems tell the writer too; that is no delivery.
    if (!writer || writer.member === member) return
    this.#record(this.#fanOut, writer, clock, count)
    writer.delivered += count
    if (writer.witness !== member) return
    writer.witnessed += count
    if (!this.#plan.acks) this.onConfirmed(writer.member, count)
  }

  #acked(member: Member, total: number): void {
    this.onAckTotal(total)
    const writer = this.#byMember.get(member)
    if (!writer || total <= writer.acked) return
    const count = total - writer.acked
    this.#record(this.#ack, writer, writer.acked, count)
    writer.acked = total
    this.onConfirmed(member, count)
  }

  #record(histogram: Histogram, writer: Writer, clock: number, count: number): void {
    this.#now ||= performance.now()
    for (let index = 0; index < count; index += 1) histogram.add(this.#now - (writer.sentAt[(clock + index) % REMEMBERED] ?? 0))
  }
}
