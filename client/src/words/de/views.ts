/** What the gathered views and finding say, in German. */
import type { ViewsWords } from '../en/views.ts'
import { countIn } from '../plural.ts'

const count = countIn('de')

export const views: ViewsWords = {
  label: 'Gesammelt',
  names: { agreement: 'Erwartungen', goals: 'Ziele', actions: 'Aufgaben', topics: 'Themen' },
  counted: {
    agreement: (n) => count(n, { one: '# Erwartung', other: '# Erwartungen' }),
    goals: (n) => count(n, { one: '# Ziel in Arbeit', other: '# Ziele in Arbeit' }),
    actions: (n) => count(n, { one: '# offene Aufgabe', other: '# offene Aufgaben' }),
    topics: (n) => count(n, { one: '# offenes Thema', other: '# offene Themen' }),
  },
  titles: { agreement: 'Was wir voneinander erwarten', goals: 'Ziele', actions: 'Aufgaben', topics: 'Themen' },
  filters: {
    label: 'Wessen',
    everybody: 'Alle',
    mine: 'Meine',
    of: (name) => `Von ${name}`,
    ofMe: 'Von mir',
    ofPerson: (name) => `Von ${name}`,
    ofEverybody: 'Von allen',
    broughtByAll: 'Von allen',
    state: 'Welche',
    arrange: 'Geordnet',
    byDay: 'Nach Tag',
    byGoal: 'Nach Ziel',
  },
  actions: {
    open: 'Offen',
    overdue: 'Überfällig',
    soon: 'In den nächsten sieben Tagen',
    later: 'Später',
    noDay: 'Noch kein Tag',
    lately: 'In den letzten 30 Tagen beendet',
    before: 'Früher beendet',
    ended: 'Beendet',
    noGoal: 'Für kein Ziel',
    goneGoal: 'Für ein Ziel, das nicht mehr da ist',
  },
  goals: {
    all: 'Alle',
    status: { 'at-risk': 'Gefährdet', 'on-track': 'Auf Kurs', open: 'Offen', theme: 'Richtungen', met: 'Erreicht', parked: 'Geparkt' },
    lastStep: (day) => `letzter Schritt ${day}`,
    touched: (name, when) => `zuletzt angefasst von ${name}, ${when}`,
    noSteps: 'keine offene Aufgabe',
    actionsOf: (goal) => `Aufgaben für ${goal}`,
  },
  agreement: { of: (name) => `Von ${name}`, ofMe: (name) => `Von ${name} (mir)`, ofBoth: 'Von uns beiden', ofNobody: 'Noch nicht gesagt, von wem' },
  topics: { all: 'Alle', open: 'Offen', parked: 'Geparkt', discussed: 'Besprochen' },
  row: { goTo: (page) => `auf ${page}`, facts: (line) => (line ? `${line}. Bearbeiten` : 'Einzelheiten angeben'), add: 'Einzelheiten angeben' },
  empty: {
    agreement: {
      title: 'Was ihr erwartet, ist noch nicht gesagt.',
      lead: 'Beginnt mit je einem Satz: was du selbst tun willst und was du vom anderen erhoffst.',
    },
    goals: { title: 'Noch kein Ziel.', lead: 'Für den Anfang genügt eine Richtung. Das Ziel zu finden kann das erste Ziel sein.' },
    actions: { title: 'Noch hat niemand etwas versprochen.', lead: 'Eine Aufgabe ist etwas Kleines, das einer von euch bis zum nächsten Treffen tut.' },
    topics: { title: 'Nichts wartet darauf, besprochen zu werden.', lead: 'Ein Thema ist eine Frage, die du zum nächsten Treffen mitbringen möchtest.' },
    write: (page) => `In „${page}“ schreiben`,
    filtered: 'Davon gibt es nichts.',
    showAll: 'Alle zeigen',
  },
  link: {
    gone: 'Den Block, zu dem dieser Link führt, gibt es im Journal nicht mehr.',
    close: 'Schließen',
  },
  find: {
    title: 'In diesem Journal suchen',
    placeholder: 'Worte, Einträge, Personen',
    hint: 'Was auf dieser Seite steht, kommt zuerst. Gefunden wird alles, was auf diesem Gerät ist, auch ohne Verbindung.',
    results: 'Treffer',
    none: (query) => `Nichts mit „${query}“.`,
    found: (n) => count(n, { one: '# Treffer', other: '# Treffer' }),
    more: (n) => count(n, { one: '# weiterer. Noch ein Buchstabe macht es genauer.', other: '# weitere. Noch ein Buchstabe macht es genauer.' }),
    people: 'Personen',
    actionsOf: 'Ihre Aufgaben',
    thisPage: (page) => `${page}, diese Seite`,
    wholePage: 'Die Seite',
    archived: 'archiviert',
  },
}
