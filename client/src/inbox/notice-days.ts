/** Gathers notices under the days a person would name: today, yesterday, earlier. */
import type { Notice } from '@tandem/shared/contracts/notices.ts'
import type { Millis } from '@tandem/shared/ids.ts'

export type DayName = 'today' | 'yesterday' | 'earlier'

export interface NoticeDay {
  readonly day: DayName
  readonly notices: readonly Notice[]
}

/** By the clock of this device; days without notices are left out. */
export function gatherDays(notices: readonly Notice[], now: Millis): readonly NoticeDay[] {
  const today = midnight(now, 0)
  const yesterday = midnight(now, -1)
  const nameOf = ({ at }: Notice): DayName => {
    if (at >= today) return 'today'
    return at >= yesterday ? 'yesterday' : 'earlier'
  }
  return [...Map.groupBy(notices, nameOf)].map(([day, ofDay]) => ({ day, notices: ofDay }))
}

// By the calendar, because a day is not always 24 hours long.
function midnight(now: Millis, days: number): Millis {
  const date = new Date(now)
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days).getTime()
}
