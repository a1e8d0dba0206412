/** Days in German. */
import type { DayLanguage } from './day-language.ts'

export const daysDe: DayLanguage = {
  weekdays: ['mo montag', 'di dienstag', 'mi mittwoch', 'do donnerstag', 'fr freitag', 'sa samstag sonnabend', 'so sonntag'],
  ambiguous: 'do so',
  months: [
    'jan januar jänner',
    'feb februar',
    'mär märz',
    'apr april',
    'mai',
    'jun juni',
    'jul juli',
    'aug august',
    'sep sept september',
    'okt oktober',
    'nov november',
    'dez dezember',
  ],
  numbers: ['ein eine einem einer', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn'],
  near: [['heute'], ['morgen'], ['übermorgen']],
  units: { day: 'tag tage tagen', week: 'woche wochen', month: 'monat monate monaten' },
  within: 'in',
  next: 'nächsten nächste nächster nächstes nächstem naechsten naechste',
  coming: 'diesen diese kommenden kommende kommender',
  leads: ['bis', 'bis zum', 'bis spätestens', 'spätestens', 'am', 'vor', 'fällig'],
  endOfWeek: ['ende der woche'],
  endOfMonth: ['ende des monats', 'monatsende'],
}
