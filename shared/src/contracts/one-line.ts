/** Names and titles: one line of visible words, whatever was pasted. */
import { z } from 'zod'

/** Control characters (line breaks, NUL, which PostgreSQL does not store) become spaces; spaces at both ends go. Measured after that, in UTF-16 units as browsers do. */
export function oneLine(limit: number) {
  return z
    .string()
    .overwrite((text) => text.replaceAll(/\p{Cc}+/gu, ' ').trim())
    .min(1)
    .max(limit)
}
