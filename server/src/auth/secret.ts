/** The secret that signs the cookies: made on the first start, kept in the data folder, readable by its owner only. */
import { randomBytes } from 'node:crypto'
import { open, readFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { StartProblem } from '../start-problem.ts'

const FILE = 'sign-in-secret'

/** Reads the secret, or makes one in the folder, which must exist and be this process's alone. Throws a StartProblem when the folder cannot be used. */
export async function loadSecret(dataDir: string): Promise<string> {
  const path = join(dataDir, FILE)
  if (!(await isThere(path))) {
    await makeSecret(dataDir, path).catch((error: unknown) => {
      throw new StartProblem(`The data folder ${dataDir} (DATA_DIR) cannot be written to: ${reason(error)}.`, error)
    })
  }
  return readSecret(path)
}

/** Whole or not at all: a process killed in the middle must not leave a cut file, which would keep every later start from succeeding. */
async function makeSecret(dataDir: string, path: string): Promise<void> {
  const draft = `${path}.new`
  await using file = await open(draft, 'w', 0o600)
  await file.writeFile(randomBytes(32).toString('base64url'))
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

async function readSecret(path: string): Promise<string> {
  const secret = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new StartProblem(`The file ${path} cannot be read: ${reason(error)}.`, error)
  })
  // An empty or cut file would sign cookies with next to nothing.
  if (secret.trim().length < 32) throw new StartProblem(`The file ${path} is damaged. Delete it to have a new one made; everybody then has to sign in again.`)
  return secret.trim()
}

function reason(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason'
}
