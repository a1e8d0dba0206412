/** The thread that holds one SQLite connection. It waits for the disk so that the event loop never does. */
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { workerData } from 'node:worker_threads'
import { answerJobs } from '../threads/answer-jobs.ts'
import { type Job, type RowsStatement, type Statement, type StatementResult, type ThreadOptions, UNCHANGED } from './sqlite-messages.ts'

interface PreparedStatement {
  readonly statement: StatementSync
  readonly answersRows: boolean
}

/** More than the program has; a list of changing length (`in (?, ?, …)`) must not grow the cache without end. */
const STATEMENT_LIMIT = 400
/** Smaller bytes are cheaper to copy than to hand over. */
const TRANSFER_FROM = 16_384

const options = workerData as ThreadOptions
let database = open()
let prepared = new Map<string, PreparedStatement>()

answerJobs((job: Job) => {
  const result = perform(job)
  return { result, transfer: largeBuffers(result) }
})

function perform(job: Job): readonly StatementResult[] {
  switch (job.kind) {
    case 'run':
      return job.atomic ? runAtomically(job.statements) : job.statements.map(run)
    case 'roll-back':
      rollBack()
      return []
    case 'reopen':
      reopen()
      return []
    case 'close':
      if (database.isOpen) database.close()
      return []
  }
}

function open(): DatabaseSync {
  const opened = new DatabaseSync(options.path, { timeout: options.patience })
  opened.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma temp_store = memory; pragma cache_size = -32768')
  if (options.use === 'read') opened.exec('pragma query_only = on')
  else opened.exec('pragma wal_autocheckpoint = 4000')
  return opened
}

function reopen(): void {
  prepared = new Map()
  if (database.isOpen) database.close()
  database = open()
  if (options.use === 'read') return
  const [outcome] = database.prepare('pragma wal_checkpoint(truncate)').all()
  if (outcome?.['busy'] !== 0) throw Object.assign(new Error('the write-ahead log is in use'), { errcode: 5 })
}

function runAtomically(statements: readonly (Statement | RowsStatement)[]): readonly StatementResult[] {
  run({ sql: 'begin immediate', parameters: [] })
  try {
    const results = statements.map(run)
    run({ sql: 'commit', parameters: [] })
    return results
  } catch (error) {
    rollBack()
    throw error
  }
}

function rollBack(): void {
  // A full disk has ended the transaction already; then a rollback would be a second error.
  if (database.isTransaction) database.exec('rollback')
}

function run(asked: Statement | RowsStatement): StatementResult {
  if ('width' in asked) return runRows(asked)
  const { sql, parameters, mustChange } = asked
  const { statement, answersRows } = prepare(sql)
  if (answersRows) return { rows: statement.all(...(parameters as SQLInputValue[])), changes: 0 }
  const changes = Number(statement.run(...(parameters as SQLInputValue[])).changes)
  if (mustChange && changes === 0) throw Object.assign(new Error('there was no row to change'), { errcode: UNCHANGED })
  return { rows: [], changes }
}

function runRows({ sql, width, values, bytes }: RowsStatement): StatementResult {
  const { statement } = prepare(sql)
  let changes = 0
  let at = 0
  for (let from = 0; from < values.length; from += width) {
    const row: SQLInputValue[] = values.slice(from, from + width)
    const end = at + Number(row[width - 1])
    row[width - 1] = bytes.subarray(at, end)
    at = end
    changes += Number(statement.run(...row).changes)
  }
  return { rows: [], changes }
}

function prepare(sql: string): PreparedStatement {
  const known = prepared.get(sql)
  if (known) return known
  if (prepared.size >= STATEMENT_LIMIT) prepared = new Map()
  const statement = database.prepare(sql)
  const made = { statement, answersRows: statement.columns().length > 0 }
  prepared.set(sql, made)
  return made
}

function largeBuffers(results: readonly StatementResult[]): ArrayBuffer[] {
  const buffers: ArrayBuffer[] = []
  for (const { rows } of results) {
    for (const row of rows) {
      for (const value of Object.values(row)) {
        if (value instanceof Uint8Array && value.byteLength >= TRANSFER_FROM && value.buffer instanceof ArrayBuffer) buffers.push(value.buffer)
      }
    }
  }
  return buffers
}
