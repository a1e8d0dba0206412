/** The first member of a backup: what it is, when it was taken and what it holds. */
import { z } from 'zod'

export const MANIFEST_FILE = 'manifest.json'

/** Anything but letters, digits, dots and hyphens could lead out of the data folder. */
const FileName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,99}$/)

export const Manifest = z.object({
  format: z.literal('tandem-backup'),
  /** Raised when an older Tandem could no longer restore it. */
  version: z.literal(1),
  takenAt: z.iso.datetime(),
  /** The files of the data folder, in the order in which they follow. */
  files: z.array(FileName),
  /** `entries` are rows of the log, which may hold several each. */
  holds: z.object({ people: z.int(), journals: z.int(), entries: z.int() }),
})
export type Manifest = z.infer<typeof Manifest>

/** "3 journals, 5 people and 120 rows of the log". */
export function tellHoldings({ people, journals, entries: rows }: Manifest['holds']): string {
  return `${journals} ${journals === 1 ? 'journal' : 'journals'}, ${people} ${people === 1 ? 'person' : 'people'} and ${rows} ${rows === 1 ? 'row' : 'rows'} of the log`
}

/** What a backup that misses files must say; `bucket` is the address of the one they are kept in. */
export function tellAbsentFiles(count: number, bucket: string | undefined): string {
  const files = count === 1 ? 'one picture or file' : `${count} pictures and files`
  const where = bucket === undefined ? 'not in the data folder. If they are in a bucket, back it up too' : `in the bucket ${bucket}. Back it up too`
  return `WARNING: ${files} of journals ${count === 1 ? 'is' : 'are'} NOT in this backup: the bytes are ${where}.`
}

/** What a backup of a data folder with a damaged file must say. */
export function tellDamage({ path, at }: { readonly path: string; readonly at: number }): string {
  return `WARNING: ${path} is damaged at byte ${at}: words that were saved may be missing from this backup. Keep the one before it, until those who wrote them have opened their journals again.`
}
