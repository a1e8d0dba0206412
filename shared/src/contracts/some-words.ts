/** What a person says in a row they vouch for: several lines of visible words, whatever was pasted. */
import { z } from 'zod'

/** Line breaks and tabs stay; other control characters (NUL, which PostgreSQL does not store) become spaces; spaces at both ends go. Measured after that, in UTF-16 units as browsers do. */
export function someWords(limit: number) {
  return z
    .string()
    .overwrite((text) => text.replaceAll(/[^\P{Cc}\n\t]/gu, ' ').trim())
    .max(limit)
}
