/** Days as people say them; today is Wednesday, 25 November 2026. */
import type { Day } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import { readDayAtEnd } from './read-day.ts'

const WEDNESDAY = '2026-11-25' as Day
const english = { today: WEDNESDAY, locales: ['en-GB'] }
const german = { today: WEDNESDAY, locales: ['de-DE'] }

test.each([
  ['fri', '2026-11-27'],
  ['Friday', '2026-11-27'],
  ['tue', '2026-12-01'],
  ['wednesday', '2026-12-02'],
  ['next tue', '2026-12-01'],
  ['next fri', '2026-12-04'],
  ['this fri', '2026-11-27'],
  ['today', '2026-11-25'],
  ['tomorrow', '2026-11-26'],
  ['day after tomorrow', '2026-11-27'],
  ['in 2 weeks', '2026-12-09'],
  ['in two weeks', '2026-12-09'],
  ['in a week', '2026-12-02'],
  ['in 3 days', '2026-11-28'],
  ['in 3 months', '2027-02-25'],
  ['next week', '2026-11-30'],
  ['next month', '2026-12-01'],
  ['end of the week', '2026-11-27'],
  ['end of month', '2026-11-30'],
  ['12 May', '2027-05-12'],
  ['12th May', '2027-05-12'],
  ['May 12', '2027-05-12'],
  ['may 12th', '2027-05-12'],
  ['3 Dec', '2026-12-03'],
  ['12 May 2028', '2028-05-12'],
  ['2027-01-31', '2027-01-31'],
])('in English "%s" is %s', (text, day) => {
  expect(readDayAtEnd(text, english)).toMatchObject({ from: 0, day, isSure: true })
})

test.each([
  ['fr', '2026-11-27'],
  ['Freitag', '2026-11-27'],
  ['nächsten di', '2026-12-01'],
  ['nächsten Freitag', '2026-12-04'],
  ['diesen Freitag', '2026-11-27'],
  ['heute', '2026-11-25'],
  ['morgen', '2026-11-26'],
  ['Morgen', '2026-11-26'],
  ['übermorgen', '2026-11-27'],
  ['in 2 Wochen', '2026-12-09'],
  ['in einer Woche', '2026-12-02'],
  ['nächste Woche', '2026-11-30'],
  ['12. Mai', '2027-05-12'],
  ['12.5.', '2027-05-12'],
  ['12.05.2027', '2027-05-12'],
  ['bis Do', '2026-11-26'],
  ['bis zum 3. Dezember', '2026-12-03'],
  ['Ende der Woche', '2026-11-27'],
  ['tomorrow', '2026-11-26'],
])('in German "%s" is %s', (text, day) => {
  expect(readDayAtEnd(text, german)).toMatchObject({ from: 0, day, isSure: true })
})

test.each([
  ['Draft the RFC by fri', 'by fri'],
  ['Draft the RFC next tue ', 'next tue '],
  ['Write to Priya, in 2 weeks', 'in 2 weeks'],
  ['Ask Sam on 12 May', 'on 12 May'],
])('in "%s" it is "%s"', (text, said) => {
  expect(text.slice(readDayAtEnd(text, english)?.from)).toBe(said)
})

test.each(['I sat', 'Watch the sun', 'Half of it is 1/2'])('"%s" may be a day or may not', (text) => {
  expect(readDayAtEnd(text, english)).toMatchObject({ isSure: false })
})

test.each(['', 'Fryday', 'They may', 'frisson', 'in 2', 'Version 12.5', '31 Feb', 'Guten Morgen', '99 May', 'constructor'])('"%s" is no day', (text) => {
  expect(readDayAtEnd(text, english)).toBeUndefined()
  expect(readDayAtEnd(text, german)).toBeUndefined()
})

test('who speaks no German is not offered "so" for a Sunday', () => {
  expect(readDayAtEnd('I think so', english)).toBeUndefined()
  expect(readDayAtEnd('Ich denke so', german)).toMatchObject({ isSure: false, day: '2026-11-29' })
})

test('5/12 is what it is where the person lives', () => {
  expect(readDayAtEnd('5/12', english)?.day).toBe('2026-12-05')
  expect(readDayAtEnd('5/12', { today: WEDNESDAY, locales: ['en-US'] })?.day).toBe('2027-05-12')
})

test('a month after the 31st is the last day of the shorter one', () => {
  expect(readDayAtEnd('in a month', { today: '2027-01-31' as Day, locales: ['en'] })?.day).toBe('2027-02-28')
})
