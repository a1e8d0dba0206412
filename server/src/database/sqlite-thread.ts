/** The main thread's hand on a thread with one SQLite connection. */
import { AskedThread, JobFailed, ThreadEnded } from '../threads/asked-thread.ts'
import { StorageFault } from './fault.ts'
import { faultOf, isDamagedPage } from './sqlite-fault.ts'
import type { Job, RowsStatement, Statement, StatementResult, ThreadOptions } from './sqlite-messages.ts'

/**
 * After a `broken` fault the connection is not asked again until `reopen` succeeds: what a failed write or fsync left behind may look kept and not be,
 * so nothing may be acknowledged on top of it. Who only reads goes on beside a damaged page.
 */
export class SqliteThread {
  readonly #thread: AskedThread<Job, readonly StatementResult[]>
  readonly #use: ThreadOptions['use']
  #isBroken = false
  #onBroken = (): void => {}

  constructor(options: ThreadOptions) {
    this.#use = options.use
    this.#thread = new AskedThread({ file: new URL('./sqlite-worker.ts', import.meta.url), name: `sqlite ${options.use}`, data: options })
  }

  /** `act` runs each time the connection breaks, once. */
  whenBroken(act: () => void): void {
    this.#onBroken = act
  }

  /** Runs statements in order, each committed by itself unless a transaction is open. Throws what fault.ts names. */
  run(statements: readonly Statement[]): Promise<readonly StatementResult[]> {
    return this.#askSound({ kind: 'run', atomic: false, statements })
  }

  /** Runs statements in one transaction, in one message. The buffers in `transfer` are handed over with it. */
  runAtomically(statements: readonly (Statement | RowsStatement)[], transfer: readonly ArrayBuffer[]): Promise<readonly StatementResult[]> {
    return this.#askSound({ kind: 'run', atomic: true, statements }, transfer)
  }

  /** Ends the open transaction without keeping anything of it. */
  async rollBack(): Promise<void> {
    // A broken connection is closed before it is asked again, which ends the transaction too.
    if (!this.#isBroken) await this.#ask({ kind: 'roll-back' })
  }

  /** A new connection, in a new thread if the old one ended. Throws while the store still fails. */
  async reopen(): Promise<void> {
    await this.#ask({ kind: 'reopen' })
    this.#isBroken = false
  }

  async close(): Promise<void> {
    if (!this.#thread.isRunning) return
    try {
      await this.#ask({ kind: 'close' })
    } finally {
      await this.#thread.end()
    }
  }

  async #askSound(job: Job, transfer: readonly ArrayBuffer[] = []): Promise<readonly StatementResult[]> {
    if (this.#isBroken) throw new StorageFault('broken', { message: 'the database is being opened anew' })
    return await this.#ask(job, transfer)
  }

  async #ask(job: Job, transfer: readonly ArrayBuffer[] = []): Promise<readonly StatementResult[]> {
    try {
      return await this.#thread.ask(job, transfer)
    } catch (error) {
      const fault = faultFrom(error)
      const isOfOnePage = this.#use === 'read' && error instanceof JobFailed && isDamagedPage(error)
      if (fault instanceof StorageFault && fault.trouble === 'broken' && !isOfOnePage) this.#break()
      throw fault
    }
  }

  #break(): void {
    if (this.#isBroken) return
    this.#isBroken = true
    this.#onBroken()
  }
}

function faultFrom(error: unknown): unknown {
  if (error instanceof JobFailed) return faultOf(error)
  if (error instanceof ThreadEnded) return new StorageFault('broken', { message: error.message })
  return error
}
