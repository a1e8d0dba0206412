/** What the screen around a view gives to it: the words and acts of a block, which are those of the page. */
import type { GatheredBlock } from '@tandem/shared/document/journal-index.ts'
import type { Day, PageId, PersonId } from '@tandem/shared/ids.ts'
import type { Seat } from '@tandem/shared/roles.ts'
import type { ComponentType } from 'react'
import type { VouchedLine } from '../ui/vouched-line.ts'

export interface ViewPerson {
  readonly person: PersonId
  readonly name: string
  readonly hue: number
  readonly seat: Seat
}

export interface ViewPeople {
  readonly all: readonly ViewPerson[]
  readonly nameOf: (person: unknown) => string | undefined
  /** The other one of the pair. */
  readonly otherOf: (person: unknown) => ViewPerson | undefined
}

/** The days a view measures by. */
export interface ViewDays {
  readonly today: Day
  /** The last day that is soon. */
  readonly soon: Day
  /** The first day that is lately. */
  readonly lately: Day
}

export interface LinePart {
  readonly text: string
  readonly tone: string
}

export interface ViewTools {
  readonly me: PersonId
  readonly people: ViewPeople
  readonly days: ViewDays
  readonly mayEdit: boolean
  /** The block as it is now: while it is worked on here, it stands in the view where it stood before. */
  readonly now: (block: GatheredBlock) => GatheredBlock
  /** The address of a block where it lives. */
  readonly hrefOf: (block: GatheredBlock) => string
  readonly pageNameOf: (page: PageId) => string
  /** The facts of a block as the page says them, without the goal it stands below anyway. */
  readonly lineOf: (block: GatheredBlock, below?: string) => readonly LinePart[]
  /** What people vouch for of a block, as the page says it. */
  readonly vouchedOf: (block: GatheredBlock) => VouchedLine | undefined
  readonly sayDay: (day: Day) => string
  /** Who touched one of these blocks last and when; `undefined` while the server has not told. */
  readonly sayTouched: (blocks: readonly GatheredBlock[]) => string | undefined
  /** Who gave a goal the status it has and when; `undefined` while the server has not told. */
  readonly sayStatus: (goal: GatheredBlock) => string | undefined
  /** Ticks an action off or opens it again. */
  readonly onTick: (block: GatheredBlock) => void
  /** Opens the facts for editing, beside the row of the block. */
  readonly onFacts: (block: GatheredBlock) => void
  readonly Sign: ComponentType<{ readonly kind: string }>
}
