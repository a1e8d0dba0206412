/** Calendar days as people say them. A day has no time zone: it is taken apart and put together in the person's own. */
import { Day } from '@tandem/shared/ids.ts'

/** The calendar day it is here at this moment. */
export function dayOf(date: Date): Day {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}` as Day
}

/** The day so many days later, or earlier when negative. */
export function addDays(day: Day, count: number): Day {
  const date = toDate(day)
  return dayOf(new Date(date.getFullYear(), date.getMonth(), date.getDate() + count))
}

/** How many days after the one the other is. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

/** Reads a day written as `2026-05-12`; `undefined` for anything else. */
export function parseDay(text: string): Day | undefined {
  const parsed = Day.safeParse(text)
  return parsed.success ? parsed.data : undefined
}

export interface DayStyle {
  readonly locale: string
  readonly today: Day
  /** Whether the day of the week matters, as it does for what is due soon. */
  readonly hasWeekday?: boolean
}

/** The day in words of the locale: `Fri 12 May`, or `30 Mar`, and with its year when that is not this one. */
export function sayDay(day: Day, { locale, today, hasWeekday = false }: DayStyle): string {
  const isThisYear = day.slice(0, 4) === today.slice(0, 4)
  const weekday = hasWeekday && isThisYear ? { weekday: 'short' as const } : {}
  return format(day, locale, { ...weekday, day: 'numeric', month: 'short', ...(isThisYear ? {} : { year: 'numeric' }) })
}

/** A day of the last week by its name alone: `Tue`; any other as `sayDay` does. */
export function sayRecentDay(day: Day, style: DayStyle): string {
  if (day > style.today || day <= addDays(style.today, -7)) return sayDay(day, style)
  return format(day, style.locale, { weekday: 'short' })
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making a format costs a hundred times what using it does, and a page says many days. */
function format(day: Day, locale: string, options: Intl.DateTimeFormatOptions): string {
  const key = `${locale} ${JSON.stringify(options)}`
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, options)
  formats.set(key, known)
  return known.format(toDate(day))
}

function toDate(day: Day): Date {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date)
}
