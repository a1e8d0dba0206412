/** Makes every write into a file fail in a running server, as a disk does that takes nothing more. Linux only. */
import { execFileSync } from 'node:child_process'
import type { TestServer } from './server.ts'

/** Works through the limit of the operating system on the size of files. The answer makes the disk well again. */
export function stopWrites({ processId }: TestServer): () => void {
  const limitTo = (size: string) => void execFileSync('prlimit', [`--pid=${processId}`, `--fsize=${size}:`])
  limitTo('0')
  return () => limitTo('unlimited')
}
