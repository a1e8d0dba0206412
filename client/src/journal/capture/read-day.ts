/** Understands a day said at the end of a line: "fri", "by next tue", "12 May", "in 2 weeks", "nächsten Di", "12.5.". Pure: today is given. */
import type { Day } from '@tandem/shared/ids.ts'
import { addDays, dayOf, parseDay } from '../facts/days.ts'
import type { DayLanguage, DayUnit } from './day-language.ts'
import { daysDe } from './days-de.ts'
import { daysEn } from './days-en.ts'

const LANGUAGES: Readonly<Record<string, DayLanguage>> = { en: daysEn, de: daysDe }

export interface SaidDay {
  /** Where in the text it begins, with the words that lead up to it; it reaches to the end of the words. */
  readonly from: number
  readonly day: Day
  /** Whether it can hardly mean anything else. */
  readonly isSure: boolean
}

export interface DayReading {
  readonly today: Day
  /** The person's locales, the first one first: it says in which order day and month stand in 5/12. */
  readonly locales: readonly string[]
}

/** The longest day the text ends with; `undefined` when it ends with none. */
export function readDayAtEnd(text: string, { today, locales }: DayReading): SaidDay | undefined {
  const ending = text.slice(-TAIL).trimEnd()
  const offset = text.trimEnd().length - ending.length
  const starts = [...ending.matchAll(/(?<=^|\s)\S/gu)].map((match) => match.index).slice(-WORDS)
  for (const start of starts) {
    for (const language of languagesOf(locales)) {
      const isFirst = text.slice(0, offset + start).trim() === ''
      const said = readWhole(ending.slice(start), { language, today, locale: locales[0] ?? 'en', isFirst })
      if (said) return { from: offset + start, ...said }
    }
  }
  return undefined
}

/** No day is said in more characters, or words, than these. */
const TAIL = 60
const WORDS = 7

function languagesOf(locales: readonly string[]): readonly DayLanguage[] {
  const names = new Set([...locales.map((locale) => locale.split('-')[0] ?? ''), 'en'])
  return [...names].flatMap((name) => LANGUAGES[name] ?? [])
}

interface Reading {
  readonly language: DayLanguage
  readonly today: Day
  readonly locale: string
  /** Nothing stands before it: a phone begins it with a capital. */
  readonly isFirst: boolean
}

type Said = Omit<SaidDay, 'from'>

function readWhole(words: string, reading: Reading): Said | undefined {
  const plain = words.toLowerCase().replaceAll(/\s+/gu, ' ')
  const lead = leadOf(plain, reading.language)
  const rest = plain.slice(lead.length).trimStart()
  const isLed = lead !== ''
  const said = readRelative(rest, reading) ?? readWeekday(rest, reading) ?? readDate(rest, reading) ?? readNumbers(rest, reading)
  // "am Morgen" is a time of day, and "guten Morgen" a greeting.
  if (rest === 'morgen' && (isLed ? lead === 'am' : words.startsWith('M') && !reading.isFirst)) return undefined
  return said && { day: said.day, isSure: said.isSure || isLed }
}

function leadOf(plain: string, { leads }: DayLanguage): string {
  return leads.filter((lead) => plain.startsWith(`${lead} `)).toSorted((a, b) => b.length - a.length)[0] ?? ''
}

function sure(day: Day | undefined): Said | undefined {
  return day && { day, isSure: true }
}

function readRelative(words: string, { language, today }: Reading): Said | undefined {
  const near = language.near.findIndex((phrases) => phrases.includes(words))
  if (near >= 0) return sure(addDays(today, near))
  if (language.endOfMonth.includes(words)) return sure(endOfMonth(today))
  if (language.endOfWeek.includes(words)) return sure(addDays(today, (FRIDAY - weekdayOf(today) + 7) % 7))
  const parts = words.split(' ')
  const [first = '', second = '', third = ''] = parts
  if (parts.length === 3 && has(language.within, first)) {
    const count = /^\d{1,3}$/.test(second) ? Number(second) : placeIn(language.numbers, second)
    const unit = unitOf(language, third)
    return unit && count !== undefined ? sure(later(today, count, unit)) : undefined
  }
  if (parts.length !== 2 || !has(language.next, first)) return undefined
  const unit = unitOf(language, second)
  if (unit === 'week') return sure(addDays(today, 8 - weekdayOf(today)))
  return unit === 'month' ? sure(addDays(endOfMonth(today), 1)) : undefined
}

const FRIDAY = 5

function readWeekday(words: string, { language, today }: Reading): Said | undefined {
  const parts = words.split(' ')
  const name = (parts.at(-1) ?? '').replace(/\.$/, '')
  const weekday = placeIn(language.weekdays, name)
  if (weekday === undefined || parts.length > 2) return undefined
  const ahead = ((weekday - weekdayOf(today) + 6) % 7) + 1
  if (parts.length === 1) return { day: addDays(today, ahead), isSure: !has(language.ambiguous, name) }
  const [which = ''] = parts
  if (has(language.coming, which)) return sure(addDays(today, ahead))
  // The one of the week that begins on the coming Monday.
  return has(language.next, which) ? sure(addDays(today, 7 - weekdayOf(today) + weekday)) : undefined
}

/** "12 May", "12th of May 2027", "May 12", "12. Mai". */
function readDate(words: string, { language, today }: Reading): Said | undefined {
  const dayFirst = /^(\d{1,2})(?:\.|st|nd|rd|th)? ?(?:of )?([\p{L}]+)\.?(?: (\d{4}))?$/u.exec(words)
  const monthFirst = /^([\p{L}]+)\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?$/u.exec(words)
  const [date, name, year] = dayFirst ? [dayFirst[1], dayFirst[2], dayFirst[3]] : monthFirst ? [monthFirst[2], monthFirst[1], monthFirst[3]] : []
  const month = name === undefined ? undefined : placeIn(language.months, name)
  return month === undefined ? undefined : sure(dateOf({ date: Number(date), month, year, today }))
}

/** "2026-05-12", "12.5.", "12.05.2026", "12/5" as the locale has it. */
function readNumbers(words: string, { today, locale }: Reading): Said | undefined {
  const iso = parseDay(words)
  if (iso) return sure(iso)
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})?$/.exec(words)
  if (dotted) return sure(dateOf({ date: Number(dotted[1]), month: Number(dotted[2]), year: dotted[3], today }))
  const slashed = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?$/.exec(words)
  if (!slashed) return undefined
  const [date, month] = isMonthFirst(locale) ? [slashed[2], slashed[1]] : [slashed[1], slashed[2]]
  const day = dateOf({ date: Number(date), month: Number(month), year: slashed[3], today })
  // Without its year it may be a half.
  return day && { day, isSure: slashed[3] !== undefined }
}

function isMonthFirst(locale: string): boolean {
  const parts = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'numeric' }).formatToParts(0).map(({ type }) => type)
  return parts.indexOf('month') < parts.indexOf('day')
}

interface SaidDate {
  readonly date: number
  readonly month: number
  readonly year: string | undefined
  readonly today: Day
}

/** The date in its year; without one the next time it comes. */
function dateOf({ date, month, year, today }: SaidDate): Day | undefined {
  const inYear = (number: number) => parseDay(`${number}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`)
  if (year !== undefined) return inYear(Number(year))
  const thisYear = Number(today.slice(0, 4))
  const day = inYear(thisYear)
  return day && day >= today ? day : inYear(thisYear + 1)
}

function later(today: Day, count: number, unit: DayUnit): Day {
  if (unit !== 'month') return addDays(today, unit === 'week' ? count * 7 : count)
  const [year = 0, month = 1, date = 1] = today.split('-').map(Number)
  // In a shorter month its last day.
  const last = new Date(year, month - 1 + count + 1, 0).getDate()
  return dayOf(new Date(year, month - 1 + count, Math.min(date, last)))
}

function endOfMonth(day: Day): Day {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return dayOf(new Date(year, month, 0))
}

/** Monday is 1, Sunday 7. */
function weekdayOf(day: Day): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date).getDay() || 7
}

/** The place of a word in a list of spellings, from one on. */
function placeIn(spellings: readonly string[], word: string): number | undefined {
  const index = spellings.findIndex((ways) => has(ways, word))
  return index < 0 ? undefined : index + 1
}

function unitOf({ units }: DayLanguage, word: string): DayUnit | undefined {
  return (['day', 'week', 'month'] as const).find((unit) => has(units[unit], word))
}

function has(ways: string, word: string): boolean {
  return ways.split(' ').includes(word)
}
