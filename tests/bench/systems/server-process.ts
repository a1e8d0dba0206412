/** A measured server: a child process with the probe in it, on a free port of the loopback, with a data folder that is removed at the end. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RoomPlan } from '../load/plan.ts'
import type { Figures, Question } from '../servers/probe.ts'
import type { RunningSystem } from './system.ts'

const PROBE = new URL('../servers/probe.ts', import.meta.url).pathname
/** What Node has compiled of a program serves its next start and its threads, as with `npm start`. */
const COMPILED = new URL('../../../node_modules/.cache/compiled', import.meta.url).pathname
const READY = /is ready at http:\/\/[^:\s]+:(\d+)/

export interface ServerProcess {
  readonly script: string
  readonly args: (dataDir: string) => readonly string[]
  readonly env: (dataDir: string) => Readonly<Record<string, string>>
  makeRooms(running: RunningSystem, rooms: number, people: number): Promise<RoomPlan[]>
}

/** Starts it and resolves once it says that it is ready. */
export async function startServerProcess(server: ServerProcess): Promise<RunningSystem> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tandem-bench-'))
  let { child, port } = await launch(server, dataDir)
  const running: RunningSystem = {
    get port() {
      return port
    },
    get pid() {
      return child.pid ?? 0
    },
    dataDir,
    makeRooms: (rooms, people) => server.makeRooms(running, rooms, people),
    ask: (question) => ask(child, question),
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    restart: async (between) => {
      await end(child)
      await between?.()
      const started = performance.now()
      ;({ child, port } = await launch(server, dataDir))
      return performance.now() - started
    },
    stop: async () => {
      await end(child)
      await rm(dataDir, { recursive: true, force: true })
    },
  }
  return running
}

function launch(server: ServerProcess, dataDir: string): Promise<{ child: ChildProcess; port: number }> {
  const profile = process.env['TANDEM_BENCH_PROFILE']
  const profiling = profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : []
  const child = spawn(process.execPath, ['--expose-gc', ...profiling, '--import', PROBE, server.script, ...server.args(dataDir)], {
    env: { PATH: process.env['PATH'], NODE_ENV: 'production', NODE_COMPILE_CACHE: COMPILED, ...server.env(dataDir) },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    serialization: 'advanced',
  })
  // A benchmark that dies must not leave servers behind.
  const killWithParent = () => child.kill('SIGKILL')
  process.once('exit', killWithParent)

  return new Promise((resolve, reject) => {
    let printed = ''
    const hear = (chunk: Buffer) => {
      printed = (printed + chunk.toString()).slice(-10_000)
      const ready = READY.exec(printed)
      if (ready) resolve({ child, port: Number(ready[1]) })
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      process.off('exit', killWithParent)
      if (signal !== 'SIGTERM' && signal !== 'SIGKILL' && code !== 0) console.log(`${server.script} ended (${signal ?? code}):\n${printed}`)
      reject(new Error(`${server.script} ended (${signal ?? code}) before it was ready:\n${printed}`))
    })
  })
}

function ask(child: ChildProcess, question: Question): Promise<Figures> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error('The server ended while it was measured.'))
    child.once('exit', ended)
    child.once('message', (figures) => {
      child.off('exit', ended)
      resolve(figures as Figures)
    })
    child.send(question)
  })
}

const STOP_LIMIT_MS = 15_000

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGCONT')
  child.kill('SIGTERM')
  const patience = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS)
  await gone
  clearTimeout(patience)
}
