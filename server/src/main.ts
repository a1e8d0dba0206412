/** The program: starts the server, says where it is, and drains it when told to stop. */
import { type RunningApp, startApp } from './app.ts'
import { readConfig } from './config.ts'
import { StartProblem } from './start-problem.ts'

try {
  const app = await startApp(readConfig())
  console.log(`Tandem is ready at ${app.address}`)
  stopOnSignals(app)
} catch (error) {
  if (!(error instanceof StartProblem)) throw error
  console.error(error.message)
  process.exitCode = 1
}

function stopOnSignals(app: RunningApp): void {
  let isStopping = false
  const stop = (): void => {
    // Who asks twice does not want to wait.
    if (isStopping) process.exit(1)
    isStopping = true
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
