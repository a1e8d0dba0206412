/** Many people at once, in a process of their own. */
import { startProgram } from './start-program.ts'

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

/** `folder` is where the plan is left for the process. */
export function sendVisitors(folder: string, plan: VisitPlan): Visits {
  const program = startProgram('visitors', folder, plan)
  const report = program.next<VisitReport>()
  return {
    report,
    end: async () => {
      await report
      return (await program.end<{ open: number }>()).open
    },
  }
}
