/** The process that loads a system: takes a plan from its parent, carries it out, and answers with a result. */
import { Crowd } from './crowd.ts'
import { makeDocument, readHistory } from './content.ts'
import type { FromLoad, LoadPlan, LoadResult, Phase, RoomPlan, Timing } from './plan.ts'
import { typeByPace, typeByWindow } from './typing-loads.ts'

const JOINS_AT_ONCE = 50
const AFTER_WARM_UP_MS = 300

function send(message: FromLoad): Promise<void> {
  return new Promise((resolve, reject) => process.send?.(message, (error: Error | null) => (error ? reject(error) : resolve())))
}

const tell = (phase: Phase) => send({ kind: 'phase', phase })
const heard = () => new Promise<unknown>((resolve) => process.once('message', resolve))
const pause = (millis: number) => new Promise((resolve) => setTimeout(resolve, millis))

async function tellAndWait(phase: Phase): Promise<void> {
  const answer = heard()
  await tell(phase)
  await answer
}

interface Counted {
  readonly confirmed: number
  readonly delivered: number
  readonly seconds: number
}

async function measure(crowd: Crowd, { warmUpMs, measureMs }: Timing): Promise<Counted> {
  await Promise.race([pause(warmUpMs), crowd.failure])
  await tell('measuring')
  crowd.resetLatencies()
  const before = crowd.totals()
  const started = performance.now()
  await Promise.race([pause(measureMs), crowd.failure])
  const after = crowd.totals()
  const seconds = (performance.now() - started) / 1000
  await tell('measured')
  return { confirmed: after.confirmed - before.confirmed, delivered: after.delivered - before.delivered, seconds }
}

async function typing(crowd: Crowd, start: () => () => void, timing: Timing): Promise<LoadResult> {
  await crowd.join(JOINS_AT_ONCE)
  await tellAndWait('joined')
  const stop = start()
  const counted = await measure(crowd, timing)
  const latencies = crowd.latencies()
  await Promise.race([pause(timing.measureMs / 2), crowd.failure])
  await tell('watched')
  stop()
  return resultOf(crowd, { ...counted, ...latencies, missing: await crowd.drain() })
}

async function idling(crowd: Crowd, documentBytes: number): Promise<LoadResult> {
  await crowd.join(JOINS_AT_ONCE)
  for (const room of documentBytes > 0 ? crowd.rooms : []) {
    room.members[0]?.sendUpdate(makeDocument(documentBytes))
    await pause(1)
  }
  await tellAndWait('holding')
  return resultOf(crowd, {})
}

async function joining(measured: Crowd, { warmUp }: { warmUp: RoomPlan }): Promise<LoadResult> {
  const before = new Crowd({ ...plan, rooms: [warmUp] })
  await before.join(1)
  before.leave()
  await pause(AFTER_WARM_UP_MS)
  const started = performance.now()
  await measured.join(Number.POSITIVE_INFINITY)
  return resultOf(measured, { seconds: (performance.now() - started) / 1000 })
}

/** Sends the history with `window` updates unacked at most. Needs acks. */
async function replaying(crowd: Crowd, { file, window }: { file: string; window: number }): Promise<LoadResult> {
  const updates = readHistory(file)
  await crowd.join(1)
  const writer = crowd.members[0]
  if (!writer) throw new Error('A history needs a connection.')
  const started = performance.now()
  let sent = 0
  const finished = new Promise<void>((resolve) => {
    const proceed = (acked: number) => {
      while (sent < updates.length && sent < acked + window) {
        writer.sendUpdate(updates[sent] ?? new Uint8Array(0))
        sent += 1
      }
      if (acked >= updates.length) resolve()
    }
    crowd.onAckTotal = proceed
    proceed(0)
  })
  await Promise.race([finished, crowd.failure])
  return resultOf(crowd, { confirmed: updates.length, seconds: (performance.now() - started) / 1000 })
}

function resultOf(crowd: Crowd, known: Partial<LoadResult> & Partial<Counted>): LoadResult {
  const { confirmed = 0, delivered = 0, seconds = 0, missing = 0 } = known
  const latencies = { fanOutP50: Number.NaN, fanOutP99: Number.NaN, ackP50: Number.NaN, ackP99: Number.NaN }
  return { ...latencies, ...crowd.joins(), ...known, updates: confirmed, delivered, seconds, missing }
}

type Kind = LoadPlan['behaviour']['kind']

const CARRY_OUT: { readonly [K in Kind]: (crowd: Crowd, behaviour: Extract<LoadPlan['behaviour'], { kind: K }>) => Promise<LoadResult> } = {
  window: (crowd, { window, timing }) => typing(crowd, () => typeByWindow(crowd, window), timing),
  pace: (crowd, pace) => typing(crowd, () => typeByPace(crowd, pace), pace.timing),
  idle: (crowd, { documentBytes }) => idling(crowd, documentBytes),
  join: joining,
  history: replaying,
}

function carryOut<K extends Kind>(crowd: Crowd, behaviour: Extract<LoadPlan['behaviour'], { kind: K }>): Promise<LoadResult> {
  return CARRY_OUT[behaviour.kind](crowd, behaviour)
}

process.on('disconnect', () => process.exit())
const plan = (await heard()) as LoadPlan
const crowd = new Crowd(plan)
try {
  const result = await carryOut(crowd, plan.behaviour)
  crowd.leave()
  await send({ kind: 'result', result })
} catch (error) {
  await send({ kind: 'failed', words: error instanceof Error ? error.message : String(error) })
}
process.exit()
