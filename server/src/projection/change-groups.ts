/**
 * Gathers the steps of many entries into changes a person would tell: what one author did to one block without a long pause, and without anybody else's hand in between,
 * is one group, and its changes are what differs from its beginning to its end. Where a pass ended does not matter: groups are picked up from their rows. [P3]
 */
import type { BlockId, Millis, PageId, PersonId, Seq } from '@tandem/shared/ids.ts'
import type { Change } from './change.ts'
import type { Difference } from './compare-states.ts'

/** A pause longer than this ends what one person did to a block. */
export const PAUSE: Millis = 300_000

/** An entry as far as a change tells of it. */
export interface Occasion {
  readonly seq: Seq
  readonly at: Millis
  readonly author: PersonId
}

export type Target = BlockId | PageId

/** What a kind of target must tell of itself: blocks and pages do it each in their way. */
export interface GroupedKind<State> {
  compare(target: Target, span: Span<State>): Difference[]
  revert(after: State | undefined, changes: readonly Change[]): State | undefined
}

export interface Span<State> {
  readonly before: State | undefined
  readonly after: State | undefined
  readonly isMoved: boolean
  readonly place: BlockId | undefined
}

interface Group<State> extends Occasion {
  before: State | undefined
  after: State | undefined
  isMoved: boolean
  place: BlockId | undefined
  seq: Seq
  at: Millis
  /** Under which seq its rows are stored; absent when it is not. */
  storedAs: Seq | undefined
  isTouched: boolean
}

/** Rows that no longer tell the truth. */
export interface Outdated {
  readonly target: Target
  readonly seq: Seq
}

export class ChangeGroups<State> {
  readonly #kind: GroupedKind<State>
  /** Seqs somebody has seen up to. */
  readonly #cuts: readonly Seq[]
  /** By target, the latest last. */
  readonly #groups = new Map<Target, Group<State>[]>()
  readonly #outdated: Outdated[] = []

  constructor(kind: GroupedKind<State>, cuts: readonly Seq[]) {
    this.#kind = kind
    this.#cuts = cuts
  }

  /** Picks up groups that may go on, from their rows and the state of their targets now. */
  resume(changes: readonly Change[], now: (target: Target) => State | undefined): void {
    for (const [target, ofTarget] of Map.groupBy(changes, (change) => change.target)) {
      const groups: Group<State>[] = []
      let state = now(target)
      for (const [seq, rows] of [...Map.groupBy(ofTarget, (change) => change.seq)].toSorted(([a], [b]) => b - a)) {
        const [first] = rows
        if (!first) continue
        const before = this.#kind.revert(state, rows)
        const isMoved = rows.some((row) => row.what === 'moved' && row.was === row.became)
        const place = rows.find((row) => row.place !== null)?.place ?? undefined
        groups.unshift({ seq, at: first.at, author: first.author, before, after: state, isMoved, place, storedAs: seq, isTouched: false })
        state = before
      }
      this.#groups.set(target, groups)
    }
  }

  take(target: Target, occasion: Occasion, step: Span<State>): void {
    const groups = this.#groups.get(target) ?? []
    this.#groups.set(target, groups)
    this.#dropEmpty(target, groups)
    const last = groups.at(-1)
    if (last && continues(last, occasion) && !this.#isCut(last, occasion)) {
      last.isMoved = movesOn(last, step)
      Object.assign(last, { ...occasion, after: step.after, place: step.place, isTouched: true })
    } else groups.push({ ...occasion, ...step, storedAs: undefined, isTouched: true })
  }

  /** The changes of all groups that were touched, and the rows they replace. */
  finish(): { readonly changes: Change[]; readonly outdated: readonly Outdated[] } {
    const changes: Change[] = []
    for (const [target, groups] of this.#groups) {
      this.#dropEmpty(target, groups)
      for (const group of groups) {
        if (!group.isTouched) continue
        this.#outdate(target, group)
        const { seq, at, author } = group
        for (const difference of this.#kind.compare(target, group)) changes.push({ ...difference, target, seq, at, author })
      }
    }
    return { changes, outdated: this.#outdated }
  }

  /** A group after which everything is as before never was: whoever wrote before it goes on. */
  #dropEmpty(target: Target, groups: Group<State>[]): void {
    for (let last = groups.at(-1); last && this.#kind.compare(target, last).length === 0; last = groups.at(-1)) {
      this.#outdate(target, last)
      groups.pop()
    }
  }

  /** What somebody has seen is told apart from what came after it, or they would be told of it again. [P9] */
  #isCut(group: Occasion, { seq }: Occasion): boolean {
    return this.#cuts.some((cut) => group.seq <= cut && cut < seq)
  }

  #outdate(target: Target, { storedAs }: Group<State>): void {
    if (storedAs !== undefined) this.#outdated.push({ target, seq: storedAs })
  }
}

function continues(group: Occasion, { author, at }: Occasion): boolean {
  return group.author === author && at - group.at <= PAUSE
}

/** Whether a group has moved its block once it takes another step. What was cut and pasted elsewhere has moved too. */
function movesOn<State>(group: Group<State>, step: Span<State>): boolean {
  if (step.after === undefined) return false
  const isBack = step.before === undefined && group.before !== undefined
  return isBack ? step.place !== group.place : group.isMoved || step.isMoved
}
