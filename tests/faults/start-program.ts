/** Starts one of `programs/`: it gets a plan in a file, answers in lines of JSON, and ends when its input does. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export interface Program {
  /** The next line it prints. Rejects when it ends without one. */
  next<Answer>(): Promise<Answer>
  /** Asks it to end; resolves with its last line once it is gone. */
  end<Answer>(): Promise<Answer>
}

let plans = 0

/** `folder` is where the plan is left for the process. */
export function startProgram(name: string, folder: string, plan: unknown): Program {
  plans += 1
  const file = join(folder, `plan-${plans}`)
  writeFileSync(file, JSON.stringify(plan))
  const program = new URL(`./programs/${name}.ts`, import.meta.url).pathname
  const child = spawn(process.execPath, [program, file], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const next = async <Answer>(): Promise<Answer> => {
    const { value, done } = await lines.next()
    if (done) throw new Error(`${name} ended without a word.`)
    return JSON.parse(value) as Answer
  }
  return {
    next,
    end: async <Answer>(): Promise<Answer> => {
      child.stdin.end()
      const answer = await next<Answer>()
      if (child.exitCode === null) await once(child, 'exit')
      return answer
    },
  }
}
