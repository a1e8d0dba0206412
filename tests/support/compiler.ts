/** The C compiler of this machine, for the disk that fails on command. */
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The path of a C compiler, or `undefined`. */
export function findCompiler(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return ['cc', 'gcc', 'clang'].flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path))
}
