/** The words by which people say days: what a language must tell for its days to be understood. All in small letters. */

export interface DayLanguage {
  /** From Monday on; for each every way it is written, parted by spaces. */
  readonly weekdays: readonly string[]
  /** Weekdays that are everyday words too: taken for days only where a day is expected. */
  readonly ambiguous: string
  /** From January on. */
  readonly months: readonly string[]
  /** From one on. */
  readonly numbers: readonly string[]
  /** Today, tomorrow, the day after; each way a phrase of its own. */
  readonly near: readonly (readonly string[])[]
  readonly units: Readonly<Record<DayUnit, string>>
  /** Words before a span: "in" 2 weeks. */
  readonly within: string
  /** Words that mean the following week: "next" tue. */
  readonly next: string
  /** Words that mean the coming one: "this" tue. */
  readonly coming: string
  /** Phrases that lead up to a day and belong to it: "by" fri. */
  readonly leads: readonly string[]
  readonly endOfWeek: readonly string[]
  readonly endOfMonth: readonly string[]
}

export type DayUnit = 'day' | 'week' | 'month'
