/** Many people at once, in a process of their own. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export interface VisitPlan {
  readonly address: string
  readonly visits: readonly { readonly cookie: string; readonly documentId: string; readonly count: number }[]
  /** They come spread over so many milliseconds. */
  readonly within: number
}

export interface VisitReport {
  readonly joined: number
  readonly failed: number
  /** Milliseconds from the first packet to everything there is. */
  readonly median: number
  readonly slowest: number
  readonly bytes: number
}

export interface Visits {
  /** Once all have joined or failed. */
  readonly report: Promise<VisitReport>
  /** Everybody leaves; resolves with how many were still there. */
  end(): Promise<number>
}

const PROGRAM = new URL('./programs/visitors.ts', import.meta.url).pathname
let plans = 0

/** `folder` is where the plan is left for the process. */
export function sendVisitors(folder: string, plan: VisitPlan): Visits {
  plans += 1
  const file = join(folder, `visits-${plans}`)
  writeFileSync(file, JSON.stringify(plan))
  const child = spawn(process.execPath, [PROGRAM, file], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const read = async <Answer>(): Promise<Answer> => {
    const { value, done } = await lines.next()
    if (done) throw new Error('The visitors ended without a word.')
    return JSON.parse(value) as Answer
  }
  const report = read<VisitReport>()
  return {
    report,
    end: async () => {
      await report
      child.stdin.end()
      const { open } = await read<{ open: number }>()
      await once(child, 'exit')
      return open
    },
  }
}
