/** Whether years of use make Tandem slower: the same load on journals with longer and longer histories, and beside more and more journals on the disk. */
import { atMost } from '../goals.ts'
import { measureOnce, type Sample } from '../measure-typing.ts'
import type { Bench, Row, Scenario } from '../scenario.ts'
import { median } from '../statistics.ts'
import { addHistory, addJournals } from '../systems/seed-growth.ts'
import { measureEach } from '../systems/start-systems.ts'
import type { RunningSystem, System } from '../systems/system.ts'
import { settle } from '../systems/settle.ts'
import { tandem } from '../systems/tandem.ts'

const ROOMS = 20
const KEYSTROKES = [100, 1000, 10_000]
const JOURNALS = [100, 1000, 10_000]
const ROWS_ARE_MADE_WITHIN_MS = 180_000
/** How much noise may look like growth. */
const TOLERANCE = 1.3

export const growth: Scenario = {
  name: 'growth',
  title: `${ROOMS} rooms × 2, one writer each, window 1: with 1, 10 and 100 times the history, and beside 100, 1,000 and 10,000 other journals`,
  run: async (bench) => {
    const rows: Row[] = []
    await measureEach(bench, [tandem], async (system, server) => {
      const measure = measureOf(bench, { system, server })
      rows.push(...(await measureHistories(bench, server, measure)), ...(await measureJournals(bench, server, measure)))
    })
    return rows
  },
}

type Measure = (rooms: Awaited<ReturnType<RunningSystem['makeRooms']>>) => Promise<Sample>

function measureOf(bench: Bench, { system, server }: { readonly system: System; readonly server: RunningSystem }): Measure {
  const load = { rooms: ROOMS, people: 2, behaviour: { kind: 'window', window: 1, timing: bench.timing } } as const
  return (rooms) => measureOnce(bench, { system, server, load, rooms })
}

async function measureHistories(bench: Bench, server: RunningSystem, measure: Measure): Promise<Row[]> {
  const all = await server.makeRooms(ROOMS * KEYSTROKES.length, 2)
  const levels = KEYSTROKES.map((keystrokes, level) => ({ keystrokes, rooms: all.slice(level * ROOMS, (level + 1) * ROOMS), samples: [] as Sample[] }))
  await server.restart(async () => {
    for (const { keystrokes, rooms } of levels) {
      await addHistory(
        server.dataDir,
        rooms.map((room) => room.document),
        keystrokes,
      )
    }
  })
  for (let repetition = 0; repetition < bench.repetitions; repetition += 1) {
    for (const { rooms, samples } of levels) samples.push(await measure(rooms))
  }
  const costs = levels.map(({ samples }) => median(samples.map((sample) => sample.cpuPerUpdate)))
  const rows = levels.map(({ keystrokes }, level) => rowOf(`CPU per update, ${keystrokes} keystrokes of history`, 'µs', costs[level]))
  return [...rows, ratioRow('CPU per update, longest / shortest', costs)]
}

async function measureJournals(bench: Bench, server: RunningSystem, measure: Measure): Promise<Row[]> {
  const rooms = await server.makeRooms(ROOMS, 2)
  const costs: number[] = []
  const starts: number[] = []
  const rows: Row[] = []
  let there = 0
  for (const journals of JOURNALS) {
    await server.restart(() => addJournals(server.dataDir, journals - there))
    there = journals
    // Their rows are made once, as they would have been while people wrote.
    await settle(server, ROWS_ARE_MADE_WITHIN_MS)
    const started: number[] = []
    for (let repetition = 0; repetition < bench.repetitions; repetition += 1) started.push(await server.restart())
    // A process that has just started is still being compiled.
    await measure(rooms)
    const samples: Sample[] = []
    for (let repetition = 0; repetition < bench.repetitions; repetition += 1) samples.push(await measure(rooms))
    starts.push(median(started))
    costs.push(median(samples.map((sample) => sample.cpuPerUpdate)))
    rows.push(rowOf(`cold start beside ${journals} journals`, 'ms', starts.at(-1)), rowOf(`CPU per update beside ${journals} journals`, 'µs', costs.at(-1)))
  }
  return [...rows, ratioRow('cold start, most / fewest journals', starts), ratioRow('CPU per update, most / fewest journals', costs)]
}

function rowOf(figure: string, unit: string, value = Number.NaN): Row {
  return { figure, unit, values: new Map([['Tandem', value]]), goals: [] }
}

function ratioRow(figure: string, values: readonly number[]): Row {
  return { ...rowOf(figure, '×', (values.at(-1) ?? Number.NaN) / (values[0] ?? Number.NaN)), goals: [atMost(TOLERANCE)] }
}
