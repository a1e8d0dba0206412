/** A worker thread that is asked and answers, one job after another in the order asked. */
import { Worker } from 'node:worker_threads'
import type { Millis } from '@tandem/shared/ids.ts'
import type { Cancel, Clock } from '../clock.ts'
import { BEHIND_OTHERS } from './behind-others.ts'

/** What crosses to the thread and back; see answer-jobs.ts for the other side. */
export interface Asked<Job> {
  readonly id: number
  readonly job: Job
}
export type Answered<Result> = { readonly id: number; readonly result: Result } | { readonly id: number; readonly error: ThreadTrouble }

/** An error as it crosses; `code` is a number the thrower gave it. */
export interface ThreadTrouble {
  readonly message: string
  readonly code: number | undefined
}

/** The job threw in the thread. */
export class JobFailed extends Error {
  readonly code: number | undefined

  constructor({ message, code }: ThreadTrouble) {
    super(message)
    this.name = 'JobFailed'
    this.code = code
  }
}

/** The thread ended before it answered, by a crash or because it was ended. */
export class ThreadEnded extends Error {
  constructor(reason: string) {
    super(reason)
    this.name = 'ThreadEnded'
  }
}

export interface ThreadSource {
  /** The file the thread runs. */
  readonly file: URL
  readonly name: string
  readonly data?: unknown
  /** It gets the processor behind the others, for its answers can wait a moment. */
  readonly isBehindOthers?: boolean
  /** How long one job may take. Then the thread is ended with all that waits: a job that never ends would keep everybody's waiting for ever. */
  readonly patience?: { readonly clock: Clock; readonly limit: Millis }
}

interface Waiting<Result> {
  resolve(result: Result): void
  reject(error: Error): void
}

/** Starts with the first job, and anew with the first one after it crashed. */
export class AskedThread<Job, Result> {
  readonly #source: ThreadSource
  readonly #waiting = new Map<number, Waiting<Result>>()
  #worker: Worker | undefined
  #lastId = 0
  #stopWatching: Cancel | undefined
  #isOver = false
  /** Why the thread ended, or will be said to have. */
  #reason = ''

  constructor(source: ThreadSource) {
    this.#source = source
  }

  get isRunning(): boolean {
    return this.#worker !== undefined
  }

  /** Throws JobFailed or ThreadEnded. What stands in `transfer` belongs to the thread afterwards. */
  ask(job: Job, transfer: readonly ArrayBuffer[] = []): Promise<Result> {
    if (this.#isOver) return Promise.reject(new ThreadEnded(`the thread "${this.#source.name}" was ended`))
    this.#worker ??= this.#start()
    const worker = this.#worker
    const asked: Asked<Job> = { id: ++this.#lastId, job }
    return new Promise((resolve, reject) => {
      // First, because it throws for what cannot cross; nobody must wait for an answer then.
      worker.postMessage(asked, transfer)
      this.#waiting.set(asked.id, { resolve, reject })
      if (this.#waiting.size === 1) this.#watch(worker)
    })
  }

  /** Ends the thread for good; jobs that are not answered yet are rejected, and those asked from now on. */
  async end(): Promise<void> {
    this.#isOver = true
    await this.#worker?.terminate()
  }

  #start(): Worker {
    const { file, name, data, isBehindOthers } = this.#source
    const worker = new Worker(file, { workerData: data, name, argv: isBehindOthers ? [BEHIND_OTHERS] : [] })
    this.#reason = `the thread "${name}" has ended`
    worker.on('message', (answered: Answered<Result>) => {
      this.#hear(answered)
      this.#watch(worker)
    })
    worker.on('error', (error: Error) => {
      this.#reason = error.message
    })
    worker.on('exit', () => {
      this.#worker = undefined
      this.#stopWatching?.()
      for (const { reject } of this.#waiting.values()) reject(new ThreadEnded(this.#reason))
      this.#waiting.clear()
    })
    return worker
  }

  /** From now on the first of those that wait is under way. */
  #watch(worker: Worker): void {
    const { patience, name } = this.#source
    this.#stopWatching?.()
    if (!patience || this.#waiting.size === 0) return
    this.#stopWatching = patience.clock.after(patience.limit, () => {
      this.#reason = `the thread "${name}" did not end a job within ${patience.limit} ms`
      void worker.terminate()
    })
  }

  #hear(answered: Answered<Result>): void {
    const waiting = this.#waiting.get(answered.id)
    if (!waiting) return
    this.#waiting.delete(answered.id)
    if ('result' in answered) waiting.resolve(answered.result)
    else waiting.reject(new JobFailed(answered.error))
  }
}
