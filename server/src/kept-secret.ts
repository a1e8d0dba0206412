/** Secrets that are made on the first start and kept in the data folder, readable by its owner only. */
import { open, readFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { StartProblem } from './start-problem.ts'

export interface KeptSecret {
  readonly file: string
  readonly make: () => string
  /** Whether what was read can be what was made. */
  readonly isWhole: (secret: string) => boolean
  /** What its operator does when it is not, as sentences. */
  readonly remedy: string
}

/** Reads the secret, or makes it in the folder, which must exist and be this process's alone. Throws a StartProblem when the folder cannot be used. */
export async function keepSecret(dataDir: string, { file, make, isWhole, remedy }: KeptSecret): Promise<string> {
  const path = join(dataDir, file)
  if (!(await isThere(path))) {
    await write(dataDir, path, make()).catch((error: unknown) => {
      throw new StartProblem(`The data folder ${dataDir} (DATA_DIR) cannot be written to: ${reason(error)}.`, error)
    })
  }
  const secret = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new StartProblem(`The file ${path} cannot be read: ${reason(error)}.`, error)
  })
  if (!isWhole(secret.trim())) throw new StartProblem(`The file ${path} is damaged. ${remedy}`)
  return secret.trim()
}

/** Whole or not at all: a process killed in the middle must not leave a cut file, which would keep every later start from succeeding. */
async function write(dataDir: string, path: string, secret: string): Promise<void> {
  const draft = `${path}.new`
  await using file = await open(draft, 'w', 0o600)
  await file.writeFile(secret)
  await file.sync()
  await rename(draft, path)
  await using folder = await open(dataDir)
  await folder.sync()
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
      throw new StartProblem(`The file ${path} cannot be read: ${reason(error)}.`, error)
    },
  )
}

function reason(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason'
}
