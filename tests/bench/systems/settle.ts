/** Waiting until a system has nothing left to do. */
import type { RunningSystem } from './system.ts'

const LOOK_MS = 150
const IDLE_SHARE = 0.05
const PATIENCE_MS = 8000

/** Waits until the server uses next to no CPU; at most eight seconds unless told otherwise. */
export async function settle(server: RunningSystem, patience = PATIENCE_MS): Promise<void> {
  const until = performance.now() + patience
  let before = await server.ask('figures')
  while (performance.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
    const after = await server.ask('figures')
    if ((after.cpuMs - before.cpuMs) / (after.atMs - before.atMs) < IDLE_SHARE) return
    before = after
  }
}
