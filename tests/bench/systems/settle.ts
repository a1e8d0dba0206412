/** Starting all systems of a scenario, and waiting until one has nothing left to do. */
import type { Bench } from '../scenario.ts'
import type { RunningSystem, System } from './system.ts'

const LOOK_MS = 150
const IDLE_SHARE = 0.05
const PATIENCE_MS = 8000

/** Waits until the server uses next to no CPU; at most eight seconds. */
export async function settle(server: RunningSystem): Promise<void> {
  const until = performance.now() + PATIENCE_MS
  let before = await server.ask('figures')
  while (performance.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
    const after = await server.ask('figures')
    if ((after.cpuMs - before.cpuMs) / (after.atMs - before.atMs) < IDLE_SHARE) return
    before = after
  }
}

/** Runs `measure` with every system started and frozen, and stops those that are left at the end. One that does not start is told and left out. */
export async function withSystems(bench: Bench, measure: (running: Map<System, RunningSystem>) => Promise<void>): Promise<void> {
  const running = new Map<System, RunningSystem>()
  try {
    for (const system of bench.systems) {
      const server = await startOrTell(bench, system)
      if (!server) continue
      server.freeze()
      running.set(system, server)
    }
    await measure(running)
  } finally {
    for (const server of running.values()) await server.stop()
  }
}

/** Starts one system; `undefined` after telling why it could not be. */
export async function startOrTell(bench: Bench, system: System): Promise<RunningSystem | undefined> {
  try {
    return await system.start()
  } catch (error) {
    bench.crashed(`${system.name} could not be started: ${error instanceof Error ? error.message : String(error)}`)
    return undefined
  }
}
