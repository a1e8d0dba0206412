/** The operator's commands as a shell would run them: a process of its own with an environment. */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export interface Outcome {
  readonly code: number
  /** What it printed. */
  readonly told: string
}

/** Runs `pnpm backup <file>` or `pnpm restore <file>` on a data folder. */
export function runCommand(command: 'backup' | 'restore', { dataDir, file }: { readonly dataDir: string; readonly file: string }): Promise<Outcome> {
  const program = fileURLToPath(new URL(`../../server/src/operations/${command}-command.ts`, import.meta.url))
  return new Promise((resolve) => {
    execFile(process.execPath, [program, file], { env: { PATH: process.env['PATH'], DATA_DIR: dataDir } }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, told: stdout + stderr })
    })
  })
}
