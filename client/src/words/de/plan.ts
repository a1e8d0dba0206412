/** What bringing a development plan says, in German. */
import type { PlanWords } from '../en/plan.ts'
import { countIn } from '../plural.ts'

const count = countIn('de')

export const plan: PlanWords = {
  open: 'Entwicklungsplan einlesen…',
  title: 'Einen Entwicklungsplan einlesen',
  lead: 'Füg ihn ein, wie er ist: als Liste, Tabelle, Markdown oder CSV. Du wählst, welche Ziele hierher gehören. Der Rest bleibt für dich allein aufgehoben.',
  paste: 'Dein Plan',
  placeholder: '- Die Umstellung der Abrechnung leiten\n- Auf einer Konferenz sprechen',
  file: 'Datei wählen',
  read: 'Ziele finden',
  none: 'Darin stehen keine Ziele. Eines pro Zeile genügt.',
  unreadable: 'Diese Datei lässt sich nicht als Text lesen.',
  choose: 'Welche davon gehören in dieses Journal?',
  groups: { new: 'In deinem Plan', reworded: 'Anders gesagt als zuvor', aside: 'Aufgehoben, für dich allein', here: 'Hier schon Ziele' },
  was: (words) => `Zuvor: „${words}“`,
  wasHere: (words) => `Steht hier als „${words}“, und das bleibt so`,
  by: (day) => `bis ${day}`,
  more: 'Einen neueren Plan einfügen',
  add: (n) => (n === 0 ? 'Alle aufheben' : count(n, { one: '# Ziel hinzufügen', other: '# Ziele hinzufügen' })),
  private: 'Was du nicht ankreuzt, sieht sonst niemand.',
  into: (page) => `Sie kommen auf „${page}“.`,
}
