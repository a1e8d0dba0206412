/** The main thread's hand on a thread with one SQLite connection: asks, and gets answers in the order asked. */
import { Worker } from 'node:worker_threads'
import { StorageFault } from './fault.ts'
import { faultOf } from './sqlite-fault.ts'
import type { Answer, Job, Request, Statement, StatementResult, ThreadOptions } from './sqlite-messages.ts'

interface Waiting {
  resolve(results: readonly StatementResult[]): void
  reject(error: Error): void
}

/**
 * After a `broken` fault the connection is not asked again until `reopen` succeeds: what a failed write or fsync left behind may look kept and not be,
 * so nothing may be acknowledged on top of it.
 */
export class SqliteThread {
  readonly #options: ThreadOptions
  readonly #waiting = new Map<number, Waiting>()
  #worker: Worker | undefined
  #lastId = 0
  #isBroken = false
  #onBroken = (): void => {}

  constructor(options: ThreadOptions) {
    this.#options = options
    this.#worker = this.#start()
  }

  /** `act` runs each time the connection breaks, once. */
  whenBroken(act: () => void): void {
    this.#onBroken = act
  }

  /** Runs statements in order, each committed by itself unless a transaction is open. Throws what fault.ts names. */
  run(statements: readonly Statement[]): Promise<readonly StatementResult[]> {
    return this.#askSound({ kind: 'run', atomic: false, statements })
  }

  /** Runs statements in one transaction, in one message. */
  runAtomically(statements: readonly Statement[]): Promise<readonly StatementResult[]> {
    return this.#askSound({ kind: 'run', atomic: true, statements })
  }

  /** Ends the open transaction without keeping anything of it. */
  async rollBack(): Promise<void> {
    // A broken connection is closed before it is asked again, which ends the transaction too.
    if (!this.#isBroken) await this.#ask({ kind: 'roll-back' })
  }

  /** A new connection, and a new thread if the old one ended. Throws while the store still fails. */
  async reopen(): Promise<void> {
    this.#worker ??= this.#start()
    await this.#ask({ kind: 'reopen' })
    this.#isBroken = false
  }

  async close(): Promise<void> {
    const worker = this.#worker
    if (!worker) return
    const ended = new Promise((resolve) => worker.once('exit', resolve))
    await this.#ask({ kind: 'close' })
    await ended
  }

  #askSound(job: Job): Promise<readonly StatementResult[]> {
    return this.#isBroken ? Promise.reject(new StorageFault('broken', { message: 'the database is being opened anew' })) : this.#ask(job)
  }

  #ask(job: Job): Promise<readonly StatementResult[]> {
    const worker = this.#worker
    if (!worker) return Promise.reject(new StorageFault('broken', { message: 'the database thread has ended' }))
    const request: Request = { id: ++this.#lastId, job }
    return new Promise((resolve, reject) => {
      // First, because it throws for parameters that cannot cross; nobody must wait for an answer then.
      worker.postMessage(request, [])
      this.#waiting.set(request.id, { resolve, reject })
    })
  }

  #start(): Worker {
    const worker = new Worker(new URL('./sqlite-worker.ts', import.meta.url), { workerData: this.#options, name: `sqlite ${this.#options.use}` })
    let reason = 'the database thread has ended'
    worker.on('message', (answer: Answer) => this.#hear(answer))
    worker.on('error', (error: Error) => {
      reason = error.message
    })
    worker.on('exit', (code) => {
      if (this.#worker === worker) this.#worker = undefined
      for (const { reject } of this.#waiting.values()) reject(new StorageFault('broken', { message: reason }))
      this.#waiting.clear()
      if (code !== 0) this.#break()
    })
    return worker
  }

  #hear(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id)
    if (!waiting) return
    this.#waiting.delete(answer.id)
    if ('results' in answer) return waiting.resolve(answer.results)
    const fault = faultOf(answer.error)
    if (fault instanceof StorageFault && fault.trouble === 'broken') this.#break()
    waiting.reject(fault)
  }

  #break(): void {
    if (this.#isBroken) return
    this.#isBroken = true
    this.#onBroken()
  }
}
