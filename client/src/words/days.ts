/** Days without a time zone as a person would say them. */
import type { Day } from '@tandem/shared/ids.ts'
import { locale } from './dates.ts'

/** "Thu 18 May": as short as a list needs, with the year when it is not this one. */
export function shortDay(day: Day, today: Day): string {
  return say(day, { weekday: 'short', day: 'numeric', month: 'short', ...yearUnlessThis(day, today) })
}

/** "Thursday, 18 May". */
export function longDay(day: Day, today: Day): string {
  return say(day, { weekday: 'long', day: 'numeric', month: 'long', ...yearUnlessThis(day, today) })
}

/** The person's own calendar day. */
export function todayAsDay(now: Date): Day {
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}` as Day
}

/** "14:41", or as the locale says it. */
export function clockTime(at: number): string {
  return new Intl.DateTimeFormat(locale(), { hour: 'numeric', minute: '2-digit' }).format(at)
}

// A day has no zone: read and said in UTC, it stays the same day everywhere.
function say(day: Day, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale(), { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}

function yearUnlessThis(day: Day, today: Day): Intl.DateTimeFormatOptions {
  return day.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' }
}
