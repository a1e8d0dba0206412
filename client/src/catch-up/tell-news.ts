/** The one line of catching up: how much has changed, by whom and since when. Pure. */
import type { Millis } from '@tandem/shared/ids.ts'
import { catchUpWords } from '../words/catch-up.ts'
import { spokenTime } from '../words/dates.ts'
import { clockTime } from '../words/days.ts'
import type { ChangedItem } from './fold-changes.ts'
import { namesOf, type Reader } from './marked-of.ts'

interface News {
  readonly items: readonly ChangedItem[]
  readonly since: Millis | undefined
}

/** "7 changes", and "by Ben since Tuesday, 14:10". */
export function tellNews({ items, since }: News, reader: Reader): { readonly what: string; readonly whose: string } {
  const when = since === undefined ? '' : catchUpWords.since(spokenSince(since, reader.now))
  if (items.length === 0) return { what: catchUpWords.nothing, whose: when }
  const authors = [...new Set(items.flatMap((item) => item.authors))]
  return { what: catchUpWords.changes(items.length), whose: `${catchUpWords.by(namesOf(authors, reader))} ${when}`.trim() }
}

/** Of today the hour is enough; "since five minutes ago" is no time. */
function spokenSince(since: Millis, now: Millis): string {
  return new Date(since).toDateString() === new Date(now).toDateString() ? clockTime(since) : spokenTime(since, now)
}
