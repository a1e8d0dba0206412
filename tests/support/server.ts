/** A real Tandem server for tests: its own process, its own empty data folder, a free port. It can be stopped, killed and started again on the same data. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const MAIN = new URL('../../server/src/main.ts', import.meta.url).pathname
/** Servers are started some hundred times: what Node has compiled of one serves the next. */
const COMPILED = new URL('../../node_modules/.cache/compiled', import.meta.url).pathname
const READY = /^Tandem is ready at (\S+)$/m

export interface ServerOptions {
  /** Added to the environment of the process; PORT, HOST and DATA_DIR have defaults. */
  readonly env?: Readonly<Record<string, string>>
  /** Kept after the end. Without it a temporary folder is made and removed by `stop`. */
  readonly dataDir?: string
}

export interface TestServer {
  /** Where it listens, as `http://127.0.0.1:<port>`; the same after a restart. */
  readonly address: string
  readonly dataDir: string
  /** Of the process that runs now; another one after a restart. */
  readonly processId: number | undefined
  /** Everything the process has printed so far. */
  output(): string
  /** SIGTERM; resolves with the exit code once the process is gone. Removes a temporary data folder. */
  stop(): Promise<number | null>
  /** SIGKILL: the crash. The data stays. */
  kill(): Promise<void>
  /** Starts again with the same data and port, after `kill` or a stop. */
  restart(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

/** Starts a server and resolves once it has said that it is ready. Rejects with what it printed when it ends before. */
export async function startServer(options: ServerOptions = {}): Promise<TestServer> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'tandem-test-')))
  let running = await launch({ dataDir, env: { PORT: '0', ...options.env } })
  const { address } = running
  const port = new URL(address).port

  const server: TestServer = {
    address,
    dataDir,
    get processId() {
      return running.child.pid
    },
    output: () => running.output(),
    stop: async () => {
      const code = await end(running.child, 'SIGTERM')
      if (!options.dataDir) await rm(dataDir, { recursive: true, force: true })
      return code
    },
    kill: async () => {
      await end(running.child, 'SIGKILL')
    },
    restart: async () => {
      await end(running.child, 'SIGTERM')
      running = await launch({ dataDir, env: { ...options.env, PORT: port } })
    },
    [Symbol.asyncDispose]: async () => {
      await server.stop()
    },
  }
  return server
}

interface Running {
  readonly child: ChildProcess
  readonly address: string
  output(): string
}

function launch({ dataDir, env }: { dataDir: string; env: Readonly<Record<string, string>> }): Promise<Running> {
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env['PATH'], NODE_COMPILE_CACHE: COMPILED, HOST: '127.0.0.1', DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  // A test run that dies must not leave servers behind.
  const killWithParent = () => child.kill('SIGKILL')
  process.once('exit', killWithParent)
  child.once('exit', () => process.off('exit', killWithParent))

  return new Promise((resolve, reject) => {
    let printed = ''
    const hear = (chunk: Buffer) => {
      printed += chunk.toString()
      const ready = READY.exec(printed)
      if (ready?.[1]) resolve({ child, address: ready[1].replace(/\/$/, ''), output: () => printed })
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('error', reject)
    child.once('exit', (code, signal) => reject(new Error(`The server ended (${signal ?? code}) before it was ready:\n${printed}`)))
  })
}

function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode)
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code))
    child.kill(signal)
  })
}
