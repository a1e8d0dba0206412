/** The secret that signs the cookies: made on the first start, kept in the data folder, readable by its owner only. */
import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { StartProblem } from '../start-problem.ts'

const FILE = 'sign-in-secret'

/** Reads the secret, or makes one in the folder, which must exist. Throws a StartProblem when the folder cannot be used. */
export async function loadSecret(dataDir: string): Promise<string> {
  const path = join(dataDir, FILE)
  try {
    await writeFile(path, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST'
    if (!exists) throw new StartProblem(`The data folder ${dataDir} (DATA_DIR) cannot be written to: ${reason(error)}.`, error)
  }
  return readSecret(path)
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
