/** How much memory an open journal takes in which nobody types. */
import { setTimeout as sleep } from 'node:timers/promises'
import { atMost } from '../goals.ts'
import type { RoomPlan } from '../load/plan.ts'
import { runLoad } from '../load/run-load.ts'
import type { Bench, Scenario } from '../scenario.ts'
import { median } from '../statistics.ts'
import { settle } from '../systems/settle.ts'
import { measureEach } from '../systems/start-systems.ts'
import type { RunningSystem, System, SystemName } from '../systems/system.ts'

const DOCUMENT_BYTES = 20_000

export const idle: Scenario = {
  name: 'idle',
  title: 'open journals of 20 kB, two connections each, nobody types',
  run: async (bench) => {
    const samples = new Map<SystemName, number[]>()
    const repetitions = bench.isQuick ? 1 : bench.repetitions
    if (bench.isQuick) bench.note('idle: measured once with 600 journals; a full run takes 2,500 and the median of 3.')
    for (let repetition = 0; repetition < repetitions; repetition += 1) {
      await measureEach(bench, bench.systems, async (system, server) => {
        const bytes = await bytesPerJournal(system, server, bench)
        samples.set(system.name, [...(samples.get(system.name) ?? []), bytes / 1000])
      })
    }
    const values = new Map([...samples].map(([name, list]) => [name, median(list)]))
    return [{ figure: 'memory per open journal', unit: 'kB', values, goals: [atMost(0.25, 'Hocuspocus')] }]
  },
}

/** The growth from half of the journals to all of them: what a process takes anyway is in both. */
async function bytesPerJournal(system: System, server: RunningSystem, bench: Bench): Promise<number> {
  const rooms = await server.makeRooms(bench.isQuick ? 600 : 2500, 2)
  if (system.stores) await fillAndClose(system, server, rooms)
  const documentBytes = system.stores ? 0 : DOCUMENT_BYTES
  const half = rooms.length / 2
  let growth = 0
  await hold(system, server, { rooms: rooms.slice(0, half), documentBytes }, async () => {
    const before = await restingBytes(server)
    await hold(system, server, { rooms: rooms.slice(half), documentBytes }, async () => {
      growth = (await restingBytes(server)) - before
    })
  })
  return growth / half
}

/** How long rooms stay open after the last one left, and some more. */
const ROOMS_CLOSE_MS = 7000

/** A new process then holds nothing but what is opened in it: not what writing the documents and inviting the people left behind. */
async function fillAndClose(system: System, server: RunningSystem, rooms: readonly RoomPlan[]): Promise<void> {
  await hold(system, server, { rooms, documentBytes: DOCUMENT_BYTES }, () => settle(server))
  await sleep(ROOMS_CLOSE_MS)
  await settle(server)
  await server.restart()
}

interface Held {
  readonly rooms: readonly RoomPlan[]
  readonly documentBytes: number
}

async function hold(system: System, server: RunningSystem, { rooms, documentBytes }: Held, meanwhile: () => Promise<void>): Promise<void> {
  const plan = { port: server.port, dialect: system.dialect, acks: system.acks, rooms, behaviour: { kind: 'idle', documentBytes } } as const
  await runLoad(plan, async (phase) => {
    if (phase === 'holding') await meanwhile()
  })
}

const COLLECTIONS = 4
const BETWEEN_MS = 300

/** Resident memory once nothing is left to do and garbage was collected. */
async function restingBytes(server: RunningSystem): Promise<number> {
  await settle(server)
  let lowest = Number.POSITIVE_INFINITY
  for (let round = 0; round < COLLECTIONS; round += 1) {
    const { rssBytes } = await server.ask('collect')
    lowest = Math.min(lowest, rssBytes)
    await sleep(BETWEEN_MS)
  }
  return lowest
}
