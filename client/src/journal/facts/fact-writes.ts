/** This person's own writes of facts. They carry an origin that undo follows; nobody else's facts and no repair ever do. */
import type * as Y from 'yjs'
import { type Facts, readFacts, writeFacts } from '@tandem/shared/document/facts.ts'
import type { BlockId, Day, PersonId } from '@tandem/shared/ids.ts'

/** The origin of every fact written from the page. */
export const FACT_ORIGIN = Symbol('facts of the page')

/** Sets facts of a block; `null` clears one. */
export function setFacts(doc: Y.Doc, block: string, facts: Facts): void {
  writeFacts(doc, block as BlockId, facts, FACT_ORIGIN)
}

/** The facts by which this person gives an action to somebody, or takes it from everybody. */
export function giveTo(owner: string | null, me: PersonId): Facts {
  return { owner, givenBy: owner === null ? null : me }
}

/** What a new block of this kind says before anybody has set a fact. Kinds without facts say nothing. */
export function startFacts(kind: string, me: PersonId): Facts {
  switch (kind) {
    case 'expectation':
      return { by: me, direction: 'myself' }
    case 'goal':
      return { status: 'open' }
    case 'topic':
      return { owner: me, state: 'open' }
    default:
      return {}
  }
}

interface Started {
  readonly kind: string
  readonly me: PersonId
  /** The block it was begun behind, when that is of the same kind. */
  readonly behind?: string | undefined
}

/** Writes the first facts of a block, and leaves alone what is already said. */
export function setStartFacts(doc: Y.Doc, block: string, { kind, me, behind }: Started): void {
  const start = Object.entries({ ...startFacts(kind, me), ...(kind === 'expectation' && behind !== undefined ? directionBehind(doc, behind, me) : {}) })
  if (start.length === 0) return
  const known = readFacts(doc, block as BlockId)
  const missing = start.filter(([field]) => known[field] === undefined)
  if (missing.length > 0) setFacts(doc, block, Object.fromEntries(missing))
}

/** A list of what is expected of one person goes on with that person. */
function directionBehind(doc: Y.Doc, behind: string, me: PersonId): Facts {
  const { by, direction } = readFacts(doc, behind as BlockId)
  if (by === undefined || by === me || direction === 'us') return direction === undefined ? {} : { direction }
  return direction === 'you' || direction === 'myself' ? { direction: direction === 'you' ? 'myself' : 'you' } : {}
}

/** Gives a copy the facts of the block it was copied from. */
export function copyFacts(doc: Y.Doc, from: string, to: string): void {
  const facts = readFacts(doc, from as BlockId)
  if (Object.keys(facts).length > 0) setFacts(doc, to, facts)
}

/** Ticks an action off, or takes the tick back; an action that ended otherwise is opened again first. */
export function toggleDone(doc: Y.Doc, block: string, today: Day): void {
  const ended = readFacts(doc, block as BlockId)['end']
  if (ended === undefined || ended === null) setFacts(doc, block, { end: 'done', ended: today })
  else setFacts(doc, block, { end: null, ended: null, why: null, replacedBy: null })
}
