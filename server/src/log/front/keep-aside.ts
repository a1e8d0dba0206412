/** Keeps a damaged file of the front under another name when it is removed, for whoever wants to look for what is lost. */
import { existsSync, linkSync, statSync } from 'node:fs'

/** Under the first free name: the numbers of files begin anew after a stop, so another one may have had the same. What is kept already is not kept again. */
export function keepAside(path: string): void {
  let kept = `${path}.damaged`
  for (let number = 2; existsSync(kept); number++) {
    if (isSameFile(path, kept)) return
    kept = `${path}.damaged-${number}`
  }
  linkSync(path, kept)
}

function isSameFile(path: string, other: string): boolean {
  const [one, two] = [statSync(path), statSync(other)]
  return one.ino === two.ino && one.dev === two.dev
}
