/** Measures all systems under one way of typing: medians of several repetitions, the systems taking turns so that a slow minute of the machine hits all alike. */
import type { Behaviour, LoadResult } from './load/plan.ts'
import { runLoad } from './load/run-load.ts'
import type { Bench } from './scenario.ts'
import type { Figures } from './servers/probe.ts'
import { settle, withSystems } from './systems/settle.ts'
import type { RunningSystem, System, SystemName } from './systems/system.ts'
import { median } from './statistics.ts'

export interface TypingLoad {
  readonly rooms: number
  readonly people: number
  readonly behaviour: Behaviour
}

/** One figure per name; see `sampleOf`. */
export type Sample = Readonly<
  Record<'updatesPerSecond' | 'cpuPerUpdate' | 'cpuPerDelivered' | 'cpuShare' | 'fanOutP50' | 'fanOutP99' | 'ackP50' | 'ackP99' | 'stallP99', number>
>

export type TypingFigures = (figure: keyof Sample) => ReadonlyMap<SystemName, number>

/** The answer gives the medians of one figure for all systems. */
export async function measureTyping(bench: Bench, load: TypingLoad): Promise<TypingFigures> {
  const samples = new Map<SystemName, Sample[]>()
  await withSystems(bench, async (running) => {
    const rooms = new Map<SystemName, Awaited<ReturnType<RunningSystem['makeRooms']>>>()
    for (const [system, server] of running) {
      server.thaw()
      rooms.set(system.name, await server.makeRooms(load.rooms, load.people))
      server.freeze()
    }
    for (let repetition = 0; repetition < bench.repetitions; repetition += 1) {
      for (const [system, server] of running) {
        server.thaw()
        const sample = await measureOnce(bench, { system, server, load, rooms: rooms.get(system.name) ?? [] })
        samples.set(system.name, [...(samples.get(system.name) ?? []), sample])
        server.freeze()
      }
    }
  })
  return (figure) => new Map([...samples].map(([name, list]) => [name, median(list.map((sample) => sample[figure]))]))
}

interface OneMeasurement {
  readonly system: System
  readonly server: RunningSystem
  readonly load: TypingLoad
  readonly rooms: Awaited<ReturnType<RunningSystem['makeRooms']>>
}

async function measureOnce(bench: Bench, { system, server, load, rooms }: OneMeasurement): Promise<Sample> {
  let before: Promise<Figures> | undefined
  let after: Promise<Figures> | undefined
  const plan = { port: server.port, dialect: system.dialect, acks: system.acks, rooms, behaviour: load.behaviour }
  const result = await runLoad(plan, async (phase) => {
    if (phase === 'joined') await settle(server)
    if (phase === 'measuring') before = server.ask('figures')
    if (phase === 'measured') after = before?.then(() => server.ask('figures'))
  })
  if (result.missing > 0) bench.crashed(`${system.name}: ${result.missing} updates had not arrived ten seconds after the end.`)
  const [start, end] = [await before, await after]
  if (!start || !end) throw new Error('The load process did not measure.')
  await settle(server)
  return sampleOf(result, start, end)
}

/** Rates are per second, CPU is µs of all threads of the server, latencies are ms. */
function sampleOf(result: LoadResult, before: Figures, after: Figures): Sample {
  const cpuShare = (after.cpuMs - before.cpuMs) / (after.atMs - before.atMs)
  const updatesPerSecond = result.updates / result.seconds
  const { fanOutP50, fanOutP99, ackP50, ackP99 } = result
  return {
    updatesPerSecond,
    cpuShare,
    cpuPerUpdate: (cpuShare * 1e6) / updatesPerSecond,
    cpuPerDelivered: (cpuShare * 1e6) / (result.delivered / result.seconds),
    fanOutP50,
    fanOutP99,
    ackP50,
    ackP99,
    stallP99: after.stallP99,
  }
}
