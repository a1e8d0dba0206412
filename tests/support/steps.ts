/** Runs commands as named steps, a few at once, and tells of each whether it held, how long it took and, when it failed, what it said. */
import { spawn } from 'node:child_process'

export const ROOT = new URL('../../', import.meta.url).pathname

export interface Step {
  readonly name: string
  readonly command: readonly [string, ...string[]]
  readonly env?: Readonly<Record<string, string>>
  /** Shows what the command prints while it prints it. */
  readonly live?: boolean
}

export interface StepResult {
  readonly name: string
  readonly passed: boolean
  readonly seconds: number
}

/** Runs one step and prints its line. */
export async function runStep(step: Step): Promise<StepResult> {
  const started = performance.now()
  const { code, printed } = await execute(step)
  const seconds = (performance.now() - started) / 1000
  const passed = code === 0
  if (!passed && !step.live) console.log(printed.trimEnd())
  console.log(`${passed ? 'ok    ' : 'FAILED'} ${step.name} (${seconds.toFixed(1)} s)`)
  return { name: step.name, passed, seconds }
}

/** Runs all steps, at most `atOnce` at a time, in their order; a failure stops none of the others. */
export async function runSteps(steps: readonly Step[], atOnce: number): Promise<StepResult[]> {
  const waiting = [...steps]
  const results: StepResult[] = []
  const worker = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) results.push(await runStep(step))
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return results
}

function execute({ command: [program, ...rest], env, live }: Step): Promise<{ code: number | null; printed: string }> {
  return new Promise((resolve) => {
    const child = spawn(program, rest, { cwd: ROOT, env: { ...process.env, ...env }, stdio: live ? 'inherit' : ['ignore', 'pipe', 'pipe'] })
    let printed = ''
    const hear = (chunk: Buffer) => {
      printed += chunk.toString()
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('error', (error) => resolve({ code: 1, printed: `${program} could not be started: ${error.message}` }))
    child.once('exit', (code) => resolve({ code, printed }))
  })
}
