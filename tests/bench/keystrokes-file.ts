/** The recorded history of a real text: 259,778 keystrokes. It is not part of the repository. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

const ROOT = new URL('../../', import.meta.url).pathname
const USUAL = '../shared/data/keystrokes.bin.gz'

/** Yjs's own v1 encoding of the final state, with garbage collected. */
export const FINAL_STATE_BYTES = 223_000

/** The file's path (TANDEM_KEYSTROKES, else the usual place beside the repository), or `undefined` when it is not there. */
export function findKeystrokes(): string | undefined {
  const path = resolve(ROOT, process.env['TANDEM_KEYSTROKES'] ?? USUAL)
  return existsSync(path) ? path : undefined
}

export const KEYSTROKES_MISSING = `The recorded history is missing: name it in TANDEM_KEYSTROKES (default ${USUAL}).`
