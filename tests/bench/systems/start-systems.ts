/** Starting systems for a scenario, one after the other or all at once; what fails is told and left out. */
import type { Bench } from '../scenario.ts'
import type { RunningSystem, System } from './system.ts'

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
async function startOrTell(bench: Bench, system: System): Promise<RunningSystem | undefined> {
  try {
    return await system.start()
  } catch (error) {
    bench.crashed(`${system.name} could not be started: ${error instanceof Error ? error.message : String(error)}`)
    return undefined
  }
}

/** Starts one system after the other, measures it and stops it. One that fails is told, and the next follows. */
export async function measureEach(bench: Bench, systems: readonly System[], measure: (system: System, server: RunningSystem) => Promise<void>): Promise<void> {
  for (const system of systems) {
    const server = await startOrTell(bench, system)
    if (!server) continue
    try {
      await measure(system, server)
    } catch (error) {
      bench.crashed(`${system.name}: ${error instanceof Error ? error.message : String(error)}`)
    } finally {
      await server.stop()
    }
  }
}
