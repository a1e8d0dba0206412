/** What the page is to show of the changed items: the words of who and when, and the rewordings of each by whom. */
import type { Change, SaidRow } from '@tandem/shared/contracts/changes.ts'
import type { Member } from '@tandem/shared/contracts/journals.ts'
import type { Millis, PageId, PersonId } from '@tandem/shared/ids.ts'
import { wordsOfMarkdown } from '../ui/light-markdown.ts'
import { catchUpWords } from '../words/catch-up.ts'
import { pageWords } from '../words/page.ts'
import { spokenList, spokenTime } from '../words/dates.ts'
import type { ChangedItem } from './fold-changes.ts'

/** How much of a comment is told in the line under its block. */
const QUOTED = 140

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
    ...signedBy(item, reader),
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

/** What happened to a block beside its words and facts. */
export function notesOf(item: ChangedItem, reader: Reader): string[] {
  return [...notesOfChanges(item, reader), ...tellRows(item, reader)]
}

/** What others said on it, each once for a person and kind: the last. With several authors it is said whose. */
export function tellRows({ rows, authors }: ChangedItem, reader: Reader): string[] {
  const last = new Map(rows.map((row) => [`${row.author} ${row.what === 'commented' ? row.row : row.what}`, row]))
  return [...last.values()].map((row) => (authors.length > 1 ? `${namesOf([row.author], reader)}: ` : '') + tellRow(row))
}

/** What is told in the words of a comment. */
const OF_COMMENTS: readonly SaidRow['what'][] = ['commented', 'edited', 'reacted', 'resolved', 'reopened']

function tellRow({ what, value, words }: SaidRow): string {
  const said = catchUpWords.said[what]
  const detail = [
    ...(value === null ? [] : [String(value)]),
    ...(words === '' ? [] : [shortened(OF_COMMENTS.includes(what) ? wordsOfMarkdown(words) : words)]),
  ].join(pageWords.facts.separator)
  return said(detail)
}

/** What happened to a page itself. */
export function tellPageNews({ changes }: ChangedItem): string[] {
  const { pageNews } = catchUpWords
  if (changes.length === 0) return []
  const last = changes.at(-1)
  const renamed = changes.find((change) => change.what === 'page-renamed')
  if (changes.some((change) => change.what === 'page-added')) return [pageNews.added]
  if (last?.what === 'page-archived' || last?.what === 'page-removed') return [pageNews.archived]
  if (last?.what === 'page-returned') return [pageNews.returned]
  return [renamed ? pageNews.renamed(String(renamed.was)) : pageNews.moved]
}

/** Enough to know what it is about; the whole of it stands in the margin. */
function shortened(words: string): string {
  const line = words.replaceAll(/\s+/gu, ' ').trim()
  return line.length <= QUOTED ? line : `${line.slice(0, QUOTED - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}

function notesOfChanges({ changes, isNew }: ChangedItem, { me }: Reader): string[] {
  if (isNew) return [catchUpWords.notes.added]
  const theirs = changes.filter((change) => change.author !== me)
  const isMoved = theirs.some((change) => change.what === 'moved')
  const isTurned = theirs.some((change) => change.what === 'turned')
  return [...(isMoved ? [catchUpWords.notes.moved] : []), ...(isTurned ? [catchUpWords.notes.turned] : [])]
}

function goneBlock(item: ChangedItem, reader: Reader) {
  const removed = item.changes.findLast((change) => change.what === 'removed')
  return {
    block: item.target,
    ...signedBy(item, reader),
    hue: hueOf(removed?.author, reader),
    place: removed?.place ?? null,
    words: wordsOf(removed?.was),
    notes: [catchUpWords.notes.removed],
  }
}

function signedBy({ authors, at }: ChangedItem, reader: Reader) {
  return { who: namesOf(authors, reader), when: spokenTime(at, reader.now), at }
}

function hueOf(person: PersonId | undefined, { members }: Reader): number {
  return members.find((member) => member.person === person)?.hue ?? 0
}

function wordsOf(block: unknown): string {
  return typeof block === 'object' && block !== null && 'words' in block ? String(block.words) : ''
}
