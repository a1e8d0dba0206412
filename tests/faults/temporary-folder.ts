/** A folder for one scenario, gone when the scenario is. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface TemporaryFolder {
  readonly path: string
  /** An empty folder in it, for a server's data. */
  readonly dataDir: string
  [Symbol.asyncDispose](): Promise<void>
}

export async function temporaryFolder(): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(tmpdir(), 'tandem-faults-'))
  const dataDir = join(path, 'data')
  await mkdir(dataDir)
  return { path, dataDir, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) }
}

/** What every server of a scenario is started with: nothing that limits a load from one address, and a cache, for it is started very often. */
export const SERVER_ENV = { LIMIT_SIGN_INS: '0', LIMIT_CALLS: '0', LOG_LEVEL: 'error', NODE_COMPILE_CACHE: join(tmpdir(), 'tandem-compile-cache') }
