/** What the auditor finds, and how to ask it: always another program than the one that wrote, on a copy of what the server left. */
import { execFile } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

export interface Audit {
  /** Acked edits that were looked for. */
  readonly checked: number
  readonly lost: readonly string[]
  readonly doubled: readonly string[]
  /** Documents whose log holds an update that brings nothing new: a room was opened a second time while the first one still had something to store. */
  readonly repeated: readonly string[]
  /** Edits whose ack was heard while the disk failed. */
  readonly tooEarly: readonly string[]
}

/** A time in which nothing could be stored, in milliseconds since 1970. */
export interface Silence {
  readonly from: number
  readonly to: number
}

export interface AuditOptions {
  readonly dataDir: string
  readonly ackedFile: string
  readonly silences?: readonly Silence[]
}

const AUDITOR = new URL('./audit.ts', import.meta.url).pathname
const run = promisify(execFile)

/** Audits a copy, so that the next server finds exactly what was left. */
export async function audit({ dataDir, ackedFile, silences = [] }: AuditOptions): Promise<Audit> {
  const copy = await mkdtemp(join(tmpdir(), 'tandem-audit-'))
  try {
    await cp(dataDir, copy, { recursive: true })
    const { stdout } = await run(process.execPath, [AUDITOR, copy, ackedFile, JSON.stringify(silences)], { maxBuffer: 100_000_000 })
    return JSON.parse(stdout) as Audit
  } finally {
    await rm(copy, { recursive: true })
  }
}

/** What an audit found wrong, one line each. */
export function problemsOf({ lost, doubled, repeated, tooEarly }: Audit, where: string): string[] {
  const line = (names: readonly string[], what: string) => (names.length === 0 ? [] : [`${where}: ${names.length} ${what}, such as ${names[0] ?? ''}`])
  return [
    ...line(lost, 'acked edits lost'),
    ...line(doubled, 'acked edits doubled'),
    ...line(repeated, 'documents with an update stored twice'),
    ...line(tooEarly, 'acks after a failure'),
  ]
}
