/** Starts a load process on a plan and follows it through its phases. */
import { fork } from 'node:child_process'
import type { FromLoad, LoadPlan, LoadResult, Phase } from './plan.ts'

const PROCESS = new URL('load-process.ts', import.meta.url).pathname

/** Carries out the plan; `onPhase` is awaited, and only then does the load go on from `joined` and `holding`. Rejects when the load process ends without a result. */
export function runLoad(plan: LoadPlan, onPhase: (phase: Phase) => Promise<void>): Promise<LoadResult> {
  const child = fork(PROCESS, { serialization: 'advanced', stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const { promise, resolve, reject } = Promise.withResolvers<LoadResult>()
  const hear = async (message: FromLoad) => {
    if (message.kind === 'failed') throw new Error(message.words)
    if (message.kind === 'result') {
      resolve(message.result)
      return
    }
    await onPhase(message.phase)
    if (message.phase === 'joined' || message.phase === 'holding') child.send('continue')
  }
  child.on('message', (message) => void hear(message as FromLoad).catch(reject))
  child.once('exit', (code, signal) => reject(new Error(`The load process ended without a result (${signal ?? code}).`)))
  child.send(plan)
  return promise.finally(() => child.kill('SIGKILL'))
}
