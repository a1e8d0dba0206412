/** Days in English. */
import type { DayLanguage } from './day-language.ts'

export const daysEn: DayLanguage = {
  weekdays: ['mon monday', 'tue tues tuesday', 'wed weds wednesday', 'thu thur thurs thursday', 'fri friday', 'sat saturday', 'sun sunday'],
  ambiguous: 'sat sun wed',
  months: [
    'jan january',
    'feb february',
    'mar march',
    'apr april',
    'may',
    'jun june',
    'jul july',
    'aug august',
    'sep sept september',
    'oct october',
    'nov november',
    'dec december',
  ],
  numbers: ['a an one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  near: [['today'], ['tomorrow', 'tmr', 'tmrw'], ['day after tomorrow', 'the day after tomorrow']],
  units: { day: 'day days', week: 'week weeks', month: 'month months' },
  within: 'in',
  next: 'next',
  coming: 'this coming',
  leads: ['by', 'on', 'due', 'until', 'till', 'before'],
  endOfWeek: ['end of week', 'end of the week', 'eow'],
  endOfMonth: ['end of month', 'end of the month', 'eom'],
}
