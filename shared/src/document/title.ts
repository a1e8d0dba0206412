/** A page's title is a text of its own, so that two people who write in it at once lose nothing. Programs other than ours may have written it as a plain value. */
import * as Y from 'yjs'
import { placeWords } from './rescue/place-words.ts'

/** What one edit of a line changed: the fewest characters. */
export interface LineChange {
  readonly at: number
  readonly removed: number
  readonly added: string
}

/** How `before` became `after`. */
export function lineChange(before: string, after: string): LineChange {
  const shorter = Math.min(before.length, after.length)
  let at = 0
  while (at < shorter && before[at] === after[at]) at += 1
  let end = 0
  while (end < shorter - at && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1
  return { at, removed: before.length - at - end, added: after.slice(at, after.length - end) }
}

/** Where a place of a line is after a change: behind what was added there. */
export function placeAfter({ at, removed, added }: LineChange, place: number): number {
  if (place < at) return place
  return place >= at + removed ? place - removed + added.length : at
}

export function titleText(title: string): Y.Text {
  return new Y.Text(title)
}

/** Writes into the fields of a page what somebody made of the title they saw, `before`; whatever others have made of it meanwhile stays. */
export function writeTitle(fields: Y.Map<unknown>, before: string, after: string): void {
  const title = fields.get('title')
  if (!(title instanceof Y.Text)) {
    fields.set('title', titleText(after))
    return
  }
  const { at, removed, added } = lineChange(before, after)
  const now = title.toString()
  const start = now === before ? at : placeWords(now, { words: before, at }, { from: 0, to: now.length }).at
  if (now.slice(start, start + removed) === before.slice(at, at + removed)) title.delete(start, removed)
  if (added) title.insert(start, added)
}
