/** What catching up says, in German. */
import type { CatchUpWords } from '../en/catch-up.ts'
import { countIn } from '../plural.ts'

const count = countIn('de')

const DAYS = { due: 'fällig', target: 'Zieltag' }

export const catchUp: CatchUpWords = {
  region: 'Was sich geändert hat',
  changes: (n) => count(n, { one: '# Änderung', other: '# Änderungen' }),
  by: (names) => `von ${names}`,
  since: (when) => `seit ${when}`,
  trivial: (n) => count(n, { one: 'und # kleine Korrektur', other: 'und # kleine Korrekturen' }),
  nothing: 'Nichts hat sich geändert',
  step: (at, of) => `${at} von ${of}`,
  previous: 'Vorige Änderung (K)',
  next: 'Nächste Änderung (J)',
  markSeen: 'Alles gesehen',
  sinceDay: 'Änderungen seit',
  backToNews: 'Zurück zum Neuen',
  open: 'Was sich geändert hat',
  list: 'Alle Änderungen',
  nameless: 'Ohne Namen',
  day: {
    later: (which, span, day) => `${DAYS[which]} ${span} später: ${day}`,
    earlier: (which, span, day) => `${DAYS[which]} ${span} früher: ${day}`,
  },
  somebody: 'jemand',
  pageNews: { added: 'neue Seite', renamed: (was) => `hieß „${was}“`, archived: 'weggelegt', returned: 'zurückgeholt', moved: 'anderer Tag' },
  said: {
    commented: (what) => `kommentierte: „${what}“`,
    committed: () => 'sagte es zu',
    uncommitted: () => 'nahm die Zusage zurück',
    accepted: () => 'nahm es an',
    declined: (why) => (why === '' ? 'lehnte es ab' : `lehnte es ab: „${why}“`),
    'checked-in': (what) => `schätzte ein: ${what}`,
    'check-in-removed': () => 'nahm eine Einschätzung zurück',
    edited: (what) => `änderte einen Kommentar: „${what}“`,
    reacted: (what) => `reagierte: ${what}`,
    resolved: (what) => `erledigte „${what}“`,
    reopened: (what) => `öffnete „${what}“ wieder`,
  },
  notes: { added: 'neu', moved: 'verschoben', turned: 'in eine andere Art verwandelt', reworded: 'Wortlaut geändert', removed: 'entfernt' },
}
