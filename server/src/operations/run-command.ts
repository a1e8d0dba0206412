/** How a command of the operator ends: with a line of what it did, or with one sentence of what is wrong and exit code 1. */
import { StartProblem } from '../start-problem.ts'

export async function runCommand(act: () => Promise<string>): Promise<void> {
  // What a command writes holds secrets and other people's words.
  process.umask(0o077)
  try {
    console.log(await act())
  } catch (error) {
    if (!(error instanceof StartProblem)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}

/** The one file a command is given; throws a StartProblem with how to call it otherwise. */
export function fileArgument(command: string): string {
  const [path, ...more] = process.argv.slice(2)
  if (path === undefined || more.length > 0) throw new StartProblem(`Name one file: pnpm ${command} <file>.`)
  return path
}
