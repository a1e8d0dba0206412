/** Times and days as a person would say them, in the locale that fits the words on the screen. */
import { words } from './words.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** The person's own variant of the words' language (en-GB, de-AT), so that dates look as they are used to. */
export function locale(): string {
  const own = globalThis.navigator?.languages?.find((language) => language.split('-')[0] === words.language)
  return own ?? words.language
}

/** When something happened, as near as it matters: "12 minutes ago", "today, 14:41", "Tuesday, 14:10", "12 May". */
export function spokenTime(at: number, now: number): string {
  const age = now - at
  if (age < MINUTE) return words.time.justNow
  if (age < HOUR) return new Intl.RelativeTimeFormat(locale()).format(-Math.floor(age / MINUTE), 'minute')
  const clock = format(at, { hour: 'numeric', minute: '2-digit' })
  const days = daysBetween(at, now)
  if (days === 0) return words.time.today(clock)
  if (days === 1) return words.time.yesterday(clock)
  if (days < 7) return words.time.weekday(format(at, { weekday: 'long' }), clock)
  return spokenDay(at, now)
}

/** A calendar day: "12 May", with its year when that is not this one. */
export function spokenDay(at: number, now: number): string {
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear()
  return format(at, { day: 'numeric', month: 'long', ...(isThisYear ? {} : { year: 'numeric' }) })
}

/** The day as a diary heads it: "Monday, 23 November". */
export function spokenToday(now: Date): string {
  return format(now.getTime(), { weekday: 'long', day: 'numeric', month: 'long' })
}

/** "Ana", "Ana and Ben", "Ana, Ben and Cleo". */
export function spokenList(names: readonly string[]): string {
  return new Intl.ListFormat(locale(), { type: 'conjunction' }).format(names)
}

export type DayPart = 'morning' | 'afternoon' | 'evening' | 'night'

/** Which greeting fits the person's own clock. */
export function dayPart(at: Date): DayPart {
  const hour = at.getHours()
  if (hour < 5) return 'night'
  if (hour < 12) return 'morning'
  return hour < 18 ? 'afternoon' : 'evening'
}

function format(at: number, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale(), options).format(at)
}

/** Whole calendar days by the person's clock, not by 24 hours. */
function daysBetween(at: number, now: number): number {
  return Math.round((midnight(now) - midnight(at)) / (24 * HOUR))
}

function midnight(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0)
}

/** A Monday. */
const SOME_MONDAY = Date.UTC(2026, 0, 5)

/** The days of a week, from Monday on. */
export function weekdayNames(): string[] {
  return Array.from({ length: 7 }, (_, day) => format(SOME_MONDAY + day * 24 * HOUR, { weekday: 'long', timeZone: 'UTC' }))
}

/** The hours of a day as the clock says them. */
export function hourNames(): string[] {
  return Array.from({ length: 24 }, (_, hour) => format(SOME_MONDAY + hour * HOUR, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' }))
}
