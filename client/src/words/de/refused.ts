/** What was said and the server would not take, in German. */
import type { Words } from '../en/screens.ts'
import { countIn } from '../plural.ts'

const count = countIn('de')

export const refused: Words['refused'] = {
  told: (n) => count(n, { one: '# Äußerung wurde nicht angenommen.', other: '# Äußerungen wurden nicht angenommen.' }),
  look: 'Ansehen',
  title: 'Nicht angenommen',
  lead: 'Der Server hat das nicht angenommen. Nichts davon ist verloren: Deine Worte stehen hier.',
  dismiss: 'Verwerfen',
  close: 'Schließen',
  copyFailed: 'Kopieren ging nicht: Markiere die Worte und kopiere sie selbst.',
}
