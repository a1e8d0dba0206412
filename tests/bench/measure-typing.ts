/** Measures all systems under one way of typing: medians of several repetitions, the systems taking turns so that a slow minute of the machine hits all alike. */
import type { Behaviour, LoadResult, RoomPlan } from './load/plan.ts'
import { runLoad } from './load/run-load.ts'
import type { Bench } from './scenario.ts'
import type { Figures } from './servers/probe.ts'
import { settle } from './systems/settle.ts'
import { withSystems } from './systems/start-systems.ts'
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

/** The answer gives the medians of one figure for all systems; one that fails is told and left out from then on. */
export async function measureTyping(bench: Bench, load: TypingLoad): Promise<TypingFigures> {
  const samples = new Map<SystemName, Sample[]>()
  await withSystems(bench, async (running) => {
    const rooms = new Map<System, RoomPlan[]>()
    await takeTurns(bench, running, async (system, server) => {
      rooms.set(system, await server.makeRooms(load.rooms, load.people))
    })
    for (let repetition = 0; repetition < bench.repetitions; repetition += 1) {
      await takeTurns(bench, running, async (system, server) => {
        const sample = await measureOnce(bench, { system, server, load, rooms: rooms.get(system) ?? [] })
        samples.set(system.name, [...(samples.get(system.name) ?? []), sample])
      })
    }
  })
  return (figure) => new Map([...samples].map(([name, list]) => [name, median(list.map((sample) => sample[figure]))]))
}

/** Lets one system after the other run while the others are frozen. */
async function takeTurns(bench: Bench, running: Map<System, RunningSystem>, turn: (system: System, server: RunningSystem) => Promise<void>): Promise<void> {
  for (const [system, server] of running) {
    server.thaw()
    try {
      await turn(system, server)
      server.freeze()
    } catch (error) {
      bench.crashed(`${system.name}: ${error instanceof Error ? error.message : String(error)}`)
      running.delete(system)
      await server.stop()
    }
  }
}

interface OneMeasurement {
  readonly system: System
  readonly server: RunningSystem
  readonly load: TypingLoad
  readonly rooms: readonly RoomPlan[]
}

/** One measurement of one system. */
export async function measureOnce(bench: Bench, { system, server, load, rooms }: OneMeasurement): Promise<Sample> {
  let before: Promise<Figures> | undefined
  let after: Promise<Figures> | undefined
  let watched: Promise<Figures> | undefined
  const plan = { port: server.port, dialect: system.dialect, acks: system.acks, rooms, behaviour: load.behaviour }
  const result = await runLoad(plan, async (phase) => {
    if (phase === 'joined') await settle(server)
    if (phase === 'measuring') before = server.ask('figures')
    if (phase === 'measured') after = before?.then(() => server.ask('watch'))
    if (phase === 'watched') watched = after?.then(() => server.ask('figures'))
  })
  if (result.missing > 0) bench.crashed(`${system.name}: ${result.missing} updates had not arrived ten seconds after the end.`)
  const [start, end, stalls] = [await before, await after, await watched]
  if (!start || !end || !stalls) throw new Error('The load process did not measure.')
  await settle(server)
  return sampleOf(result, { start, end, stalls })
}

interface Readings {
  readonly start: Figures
  readonly end: Figures
  readonly stalls: Figures
}

/** Rates are per second, CPU is µs of all threads of the server, latencies are ms. */
function sampleOf(result: LoadResult, { start, end, stalls }: Readings): Sample {
  const cpuShare = (end.cpuMs - start.cpuMs) / (end.atMs - start.atMs)
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
    stallP99: stalls.stallP99,
  }
}
