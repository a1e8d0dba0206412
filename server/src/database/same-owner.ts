/** What root makes in somebody's data folder must be theirs, or their server could not open it. */
import { chownSync, existsSync, statSync } from 'node:fs'

/** Gives a file, if it is there, to the owner of another. Only root can, and only root needs to. */
export function giveToOwnerOf(model: string, path: string): void {
  if (process.getuid?.() !== 0 || !existsSync(path)) return
  const { uid, gid } = statSync(model)
  chownSync(path, uid, gid)
}
