/** What happened to one block or page, in meaning: a line of the list of changes. Pure. */
import type { Change } from '@tandem/shared/contracts/changes.ts'
import { catchUpWords } from '../words/catch-up.ts'
import type { ChangedItem } from './fold-changes.ts'
import { notesOf, type Reader, tellPageNews, tellRows } from './marked-of.ts'

/** What the journal knows of what changed, as it says it itself. */
export interface ChangeTools {
  /** The words of a block or the name of a page as they are now; `undefined` when it is gone. */
  readonly nameOf: (item: ChangedItem) => string | undefined
  /** "a week later, Fri 16 May"; `undefined` when nobody sees the fact. */
  readonly tellFact: (kind: string, fact: { readonly field: string; readonly was: unknown; readonly became: unknown }) => string | undefined
}

export interface ToldItem {
  /** Its words, as they are or were. */
  readonly name: string
  readonly what: readonly string[]
}

export function tellItem(item: ChangedItem, reader: Reader, tools: ChangeTools): ToldItem {
  const { changes, isPage, isGone, isNew } = item
  const removed = changes.findLast((change) => change.what === 'removed')
  const name = (isGone ? wordsOf(removed) : tools.nameOf(item)) || catchUpWords.nameless
  if (isPage) return { name, what: [...tellPageNews(item), ...tellRows(item, reader)] }
  if (isGone) return { name, what: [catchUpWords.notes.removed] }
  const theirs = changes.filter((change) => change.author !== reader.me)
  const facts = isNew ? [] : tellFacts(theirs, tools)
  const isReworded = !isNew && theirs.some((change) => change.what === 'words' && !change.isTrivial)
  return { name, what: [...facts, ...(isReworded ? [catchUpWords.notes.reworded] : []), ...notesOf(item, reader)] }
}

/** Of several changes of one fact what it was first and what it became last. */
function tellFacts(changes: readonly Change[], { tellFact }: ChangeTools): string[] {
  const byField = Map.groupBy(
    changes.filter((change) => change.what === 'fact'),
    (change) => change.field,
  )
  return [...byField].flatMap(
    ([field, ofField]) => tellFact(ofField[0]?.kind ?? '', { field, was: ofField[0]?.was ?? null, became: ofField.at(-1)?.became ?? null }) ?? [],
  )
}

function wordsOf(change: Change | undefined): string {
  const block = change?.was
  return typeof block === 'object' && block !== null && 'words' in block ? String(block.words) : ''
}
