/**
 * Whether an update may enter the log. Nobody can have seen a struct that is not logged, so whatever does not continue what is
 * known, or continues somebody else's, is an error or an attack. Pure: bytes and facts in, a verdict out.
 */
import * as Y from 'yjs'
import type { ClientNumbers } from './client-numbers.ts'
import { type DecodedUpdate, decodeUpdate, type Struct } from './decode-update.ts'
import type { DeletedRange } from './deleted-ranges.ts'
import { judgeKeystroke } from './judge-keystroke.ts'
import type { Knowledge } from './knowledge.ts'
import type { Judged, Verdict } from './verdict.ts'

type Refused = Extract<Verdict, { kind: 'refused' }>

const NOTHING_NEW: Verdict = { kind: 'nothing-new' }
const MALFORMED: Refused = { kind: 'refused', code: 'malformed-frame' }
const MISSING: Refused = { kind: 'refused', code: 'missing-updates' }
const FOREIGN: Refused = { kind: 'refused', code: 'foreign-client-id' }
const TOO_LARGE: Refused = { kind: 'refused', code: 'document-too-large' }

/** How often the runs of one update may wait for each other before it counts as made to waste time. */
const MOST_VISITS = 5_000_000

export function judgeUpdate(judged: Judged): Verdict {
  const news = judgeKeystroke(judged)
  return news ? { kind: 'new', news } : judgeAny(judged)
}

/** Judges an update of any kind. */
export function judgeAny({ update, author, knowledge, limits, mayBringOthers = false }: Judged): Verdict {
  const decoded = decodeUpdate(update, limits.structs)
  if (!decoded) return MALFORMED
  const runs = runsOf(decoded.structs, knowledge)
  const claims: number[] = []
  for (const run of runs) {
    if (!run.isNew) continue
    const owner = knowledge.owners.get(run.client)
    if (owner === undefined) claims.push(run.client)
    else if (owner !== author && !mayBringOthers) return FOREIGN
  }
  if (knowledge.owners.size + claims.length > limits.clientIds) return TOO_LARGE
  const advances = new Map<number, number>()
  const refused = settle(runs, knowledge, advances)
  if (refused) return refused
  const deletes = newDeletes(decoded.deletes, knowledge, advances)
  if (!deletes) return MISSING
  if (advances.size === 0 && deletes.length === 0) return NOTHING_NEW
  const isPartlyKnown = runs.some((run) => run.isPartlyKnown)
  return { kind: 'new', news: { advances: [...advances], claims, deletes, isPartlyKnown } }
}

/** The structs of one client id in an update; `from` is the first one not settled yet. */
interface Run {
  readonly client: number
  readonly structs: readonly Struct[]
  from: number
  readonly to: number
  /** Whether it reaches beyond what is known. */
  readonly isNew: boolean
  /** Whether one of its structs lies on both sides of what is known. */
  readonly isPartlyKnown: boolean
}

function runsOf(structs: readonly Struct[], { vector }: Knowledge): Run[] {
  const runs: Run[] = []
  for (let from = 0; from < structs.length; ) {
    const client = structs[from]?.id.client ?? 0
    let to = from + 1
    while (to < structs.length && structs[to]?.id.client === client) to += 1
    const known = vector.get(client) ?? 0
    const last = structs[to - 1]
    const isNew = last !== undefined && last.id.clock + last.length > known
    // A keystroke begins where the known ends, and is not looked at any further.
    const isPartlyKnown =
      isNew && (structs[from]?.id.clock ?? known) < known && structs.slice(from, to).some(({ id, length }) => id.clock < known && id.clock + length > known)
    runs.push({ client, structs, from, to, isNew, isPartlyKnown })
    from = to
  }
  return runs
}

/**
 * Goes through the structs in an order in which each builds only on what came before; refuses when there is none. Known ones too:
 * Yjs looks for what they build on before it sees that it has them, and waits for ever for what does not exist.
 */
function settle(runs: readonly Run[], { vector }: Knowledge, advances: Map<number, number>): Refused | undefined {
  let waiting = runs
  let visits = 0
  while (waiting.length > 0) {
    const stuck: Run[] = []
    let hasMoved = false
    for (const run of waiting) {
      const before = run.from
      const known = advances.get(run.client) ?? vector.get(run.client) ?? 0
      let reached = known
      for (; run.from < run.to; run.from++) {
        const struct = run.structs[run.from] as Struct
        const end = struct.id.clock + struct.length
        if (struct.id.clock > reached || (struct instanceof Y.Skip && end > reached)) return MISSING
        if (struct instanceof Y.Item && !isFounded(struct, vector, advances)) break
        if (end > reached) reached = end
      }
      if (run.from > before) hasMoved = true
      if (reached > known) advances.set(run.client, reached)
      if (run.from < run.to) stuck.push(run)
    }
    visits += waiting.length
    if (!hasMoved) return MISSING
    if (visits > MOST_VISITS) return MALFORMED
    waiting = stuck
  }
  return undefined
}

/** Whether everything a struct points to is known, or comes before it. */
function isFounded(item: Y.Item, vector: ClientNumbers, advances: ReadonlyMap<number, number>): boolean {
  // As it is decoded, a parent is the id of another item, the name of a root, or absent when a neighbour tells it.
  const parent = item.parent as unknown
  return (
    isThere(item.origin, item.id, vector, advances) &&
    isThere(item.rightOrigin, item.id, vector, advances) &&
    (!(parent instanceof Y.ID) || isThere(parent, item.id, vector, advances))
  )
}

function isThere(id: Y.ID | null, of: Y.ID, vector: ClientNumbers, advances: ReadonlyMap<number, number>): boolean {
  if (id === null) return true
  if (id.client === of.client) return id.clock < of.clock
  return id.clock < (advances.get(id.client) ?? vector.get(id.client) ?? 0)
}

/** The deletions nobody has sent before; `undefined` when one is of a struct that is not known. */
function newDeletes(deletes: DecodedUpdate['deletes'], { vector, deleted }: Knowledge, advances: ReadonlyMap<number, number>): DeletedRange[] | undefined {
  const fresh: DeletedRange[] = []
  for (const [client, ranges] of deletes) {
    const reached = advances.get(client) ?? vector.get(client) ?? 0
    for (const { clock, len } of ranges) {
      if (clock + len > reached) return undefined
      const range = { client, clock, length: len }
      if (!deleted.has(range)) fresh.push(range)
    }
  }
  return fresh
}
