/** The operator's commands as a shell would run them: a process of its own with an environment. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export interface Outcome {
  readonly code: number | null
  /** What it printed. */
  readonly told: string
}

export type Command = 'backup' | 'restore' | 'project'

export interface CommandOptions {
  readonly dataDir: string
  /** None for `project`. */
  readonly file?: string
}

/** Starts `pnpm backup <file>`, `pnpm restore <file>` or `pnpm project` on a data folder. */
export function startCommand(command: Command, { dataDir, file }: CommandOptions): ChildProcess {
  const program = fileURLToPath(new URL(`../../server/src/operations/${command}-command.ts`, import.meta.url))
  return spawn(process.execPath, file === undefined ? [program] : [program, file], { env: { PATH: process.env['PATH'], DATA_DIR: dataDir } })
}

/** As `startCommand`, to its end. */
export async function runCommand(command: Command, options: CommandOptions): Promise<Outcome> {
  const child = startCommand(command, options)
  let told = ''
  const hear = (chunk: Buffer) => {
    told += chunk.toString()
  }
  child.stdout?.on('data', hear)
  child.stderr?.on('data', hear)
  await once(child, 'close')
  return { code: child.exitCode, told }
}
