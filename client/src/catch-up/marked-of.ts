/** What the page is to show of the changed items: the words of who and when, and the rewordings of each by whom. */
import type { Change } from '@tandem/shared/contracts/changes.ts'
import type { Member } from '@tandem/shared/contracts/journals.ts'
import type { Millis, PageId, PersonId } from '@tandem/shared/ids.ts'
import { catchUpWords } from '../words/catch-up.ts'
import { spokenList, spokenTime } from '../words/dates.ts'
import type { ChangedItem } from './fold-changes.ts'

export interface Reader {
  readonly me: PersonId
  readonly members: readonly Member[]
  readonly now: Millis
}

/** The names of people, as far as they are in the journal. */
export function namesOf(authors: readonly PersonId[], { members }: Reader): string {
  return spokenList(authors.map((author) => members.find((member) => member.person === author)?.name ?? catchUpWords.somebody))
}

/** Of one page: the blocks that are there, and those that are gone. */
export interface MarkedPage {
  readonly blocks: readonly ReturnType<typeof markedBlock>[]
  readonly gone: readonly ReturnType<typeof goneBlock>[]
}

export const NOTHING_MARKED: MarkedPage = { blocks: [], gone: [] }

export function markedOn(items: readonly ChangedItem[], page: PageId, reader: Reader): MarkedPage {
  const here = items.filter((item) => item.page === page && !item.isPage)
  return {
    blocks: here.filter((item) => !item.isGone).map((item) => markedBlock(item, reader)),
    gone: here.filter((item) => item.isGone).map((item) => goneBlock(item, reader)),
  }
}

function markedBlock(item: ChangedItem, reader: Reader) {
  const rewordings = item.changes.flatMap((change) => rewordingOf(change, reader))
  const facts = item.changes.filter((change) => change.what === 'fact' && change.author !== reader.me)
  return {
    block: item.target,
    label: labelOf(item, reader),
    hue: hueOf(item.authors[0], reader),
    isNew: item.isNew,
    notes: notesOf(item, reader),
    rewordings,
    // Of several changes of one fact what it was first and what it became last.
    facts: [...Map.groupBy(facts, (change) => change.field)].map(([field, changes]) => ({
      field,
      was: changes[0]?.was ?? null,
      became: changes.at(-1)?.became ?? null,
    })),
  }
}

function rewordingOf({ what, was, became, author }: Change, reader: Reader) {
  const by = author === reader.me ? undefined : hueOf(author, reader)
  if (what === 'words') return [{ was: String(was), became: String(became), by }]
  if (what === 'removed') return [{ was: wordsOf(was), became: '', by }]
  if (what === 'added') return [{ was: '', became: wordsOf(became), by }]
  return []
}

function notesOf({ changes, isNew }: ChangedItem, { me }: Reader): string[] {
  if (isNew) return [catchUpWords.notes.added]
  const theirs = changes.filter((change) => change.author !== me)
  const isMoved = theirs.some((change) => change.what === 'moved')
  const isTurned = theirs.some((change) => change.what === 'turned')
  return [...(isMoved ? [catchUpWords.notes.moved] : []), ...(isTurned ? [catchUpWords.notes.turned] : [])]
}

function goneBlock(item: ChangedItem, reader: Reader) {
  const removed = item.changes.findLast((change) => change.what === 'removed')
  const label = `${labelOf(item, reader)} · ${catchUpWords.notes.removed}`
  return { block: item.target, place: removed?.place ?? null, words: wordsOf(removed?.was), label, hue: hueOf(removed?.author, reader) }
}

function labelOf({ authors, at }: ChangedItem, reader: Reader): string {
  return `${namesOf(authors, reader)} · ${spokenTime(at, reader.now)}`
}

function hueOf(person: PersonId | undefined, { members }: Reader): number {
  return members.find((member) => member.person === person)?.hue ?? 0
}

function wordsOf(block: unknown): string {
  return typeof block === 'object' && block !== null && 'words' in block ? String(block.words) : ''
}
