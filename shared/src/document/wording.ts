/** One exact wording of an expectation: its words as a person reads them, and of whom they speak. What is committed to, and what a later edit is compared with. */
import { toHexString } from 'lib0/buffer'
import { digest } from 'lib0/hash/sha256'
import { encodeUtf8 } from 'lib0/string'
import type { PersonId } from '../ids.ts'
import type { Direction } from './entries/expectation.ts'

/** The longest wording that can be committed to, in UTF-16 units. */
export const WORDING_LIMIT = 2_000

export interface Wording {
  readonly words: string
  readonly direction: Direction | null
  /** Whose expectation it is: `myself` and `you` are said from here. */
  readonly by: PersonId | null
}

/** The words without what nobody sees: composed letters, single spaces, none at the ends. Two wordings that read the same are the same. */
export function normalisedWords(words: string): string {
  return words.normalize('NFC').replaceAll(/\s+/gu, ' ').trim()
}

/** The sign of a wording: SHA-256 in hexadecimal over its normalised words, its direction and who says it. */
export function wordingHash({ words, direction, by }: Wording): string {
  return toHexString(digest(encodeUtf8(JSON.stringify([direction, by, normalisedWords(words)]))))
}
