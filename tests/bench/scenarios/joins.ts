/** How soon somebody has a document with a long history that nobody had open, alone and two hundred at once. */
import { atMost } from '../goals.ts'
import { findKeystrokes, KEYSTROKES_MISSING } from '../keystrokes-file.ts'
import type { RoomPlan } from '../load/plan.ts'
import { runLoad } from '../load/run-load.ts'
import type { Bench, Row, Scenario } from '../scenario.ts'
import { median, percentile } from '../statistics.ts'
import { seedHistory } from '../systems/seed-history.ts'
import { measureEach } from '../systems/start-systems.ts'
import type { RunningSystem, System, SystemName } from '../systems/system.ts'

const CROWD = 200
const THIRD = 1 / 3
const WARM_UP_JOINS = 40
/** The document has 223 kB; who gets much less did not get it. */
const LEAST_BYTES = 150_000

interface JoinSamples {
  readonly alone: number[]
  readonly together: number[]
}

export const joins: Scenario = {
  name: 'joins',
  title: 'cold join of a document with 259,778 keystrokes, the server just restarted and warmed up on others',
  run: async (bench) => {
    const file = findKeystrokes()
    if (!file) {
      bench.note(KEYSTROKES_MISSING)
      return []
    }
    const samples = new Map<SystemName, JoinSamples>()
    const withStores = bench.systems.filter(({ stores }) => stores)
    await measureEach(bench, withStores, async (system, server) => {
      samples.set(system.name, await measureJoins(bench, { system, server, file }))
    })
    return rowsOf(samples)
  },
}

function rowsOf(samples: ReadonlyMap<SystemName, JoinSamples>): Row[] {
  const values = (figure: (sample: JoinSamples) => number) => new Map([...samples].map(([name, sample]) => [name, figure(sample)]))
  const goals = [atMost(THIRD, 'Hocuspocus')]
  return [
    { figure: 'cold join, median', unit: 'ms', values: values(({ alone }) => median(alone)), goals },
    { figure: 'cold join, p95', unit: 'ms', values: values(({ alone }) => percentile(alone, 0.95)), goals },
    { figure: `${CROWD} joins at once, until the last has it`, unit: 'ms', values: values(({ together }) => median(together)), goals },
  ]
}

interface Place {
  readonly system: System
  readonly server: RunningSystem
  readonly file: string
}

async function measureJoins(bench: Bench, { system, server, file }: Place): Promise<JoinSamples> {
  const { room } = await seedHistory(system, server, file)
  const [other] = await server.makeRooms(1, 2)
  if (!other) throw new Error('No room was made.')
  const warmUp = withConnections(other, WARM_UP_JOINS)
  const samples: JoinSamples = { alone: [], together: [] }
  const joinCold = async (people: number) => {
    await server.restart()
    const rooms = [withConnections(room, people)]
    const plan = { port: server.port, dialect: system.dialect, acks: system.acks, rooms, behaviour: { kind: 'join', warmUp } } as const
    const result = await runLoad(plan, () => Promise.resolve())
    if (result.joinBytes / people < LEAST_BYTES) throw new Error(`${system.name} gave the joiners ${result.joinBytes / people} bytes each.`)
    return result
  }
  for (let sample = 0; sample < (bench.isQuick ? 5 : 15); sample += 1) samples.alone.push(...(await joinCold(1)).joins)
  for (let sample = 0; sample < bench.repetitions; sample += 1) samples.together.push((await joinCold(CROWD)).seconds * 1000)
  return samples
}

/** The room with so many connections of its people. */
function withConnections(room: RoomPlan, people: number): RoomPlan {
  return { ...room, cookies: Array.from({ length: people }, (_, index) => room.cookies[index % room.cookies.length] ?? '') }
}
