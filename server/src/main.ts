/** The program: starts the server, says where it is, and drains it when told to stop. */
import { type RunningApp, startApp } from './app.ts'
import { keepThreadsForWords, readConfig } from './config.ts'
import { StartProblem } from './start-problem.ts'

// Whatever the data folder allows: the files in it are for this account only.
process.umask(0o077)
keepThreadsForWords()

try {
  const app = await startApp(readConfig())
  console.log(`Tandem is ready at ${app.address}`)
  stopOnSignals(app)
} catch (error) {
  if (!(error instanceof StartProblem)) throw error
  console.error(error.message)
  process.exitCode = 1
}

/** npm passes on the Ctrl-C that the terminal has already delivered: two signals at once are one wish. */
const SAME_WISH_MS = 1000

function stopOnSignals(app: RunningApp): void {
  let stoppingSince: number | undefined
  const stop = (): void => {
    if (stoppingSince !== undefined) {
      // Who asks again later does not want to wait.
      if (performance.now() - stoppingSince > SAME_WISH_MS) process.exit(1)
      return
    }
    stoppingSince = performance.now()
    app.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}
