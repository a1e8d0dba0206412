/** What is said of what people vouch for, in German. */
import type { VouchingWords } from '../en/vouching.ts'
import { countIn } from '../plural.ts'

const count = countIn('de')

export const vouching: VouchingWords = {
  /** Somebody who is no longer here. */
  somebody: 'Jemand',
  gonePage: 'einer Seite, die es nicht mehr gibt',
  commitment: {
    title: 'Zusage',
    you: 'Du',
    committed: 'zugesagt',
    committedBy: (name) => `${name} hat zugesagt`,
    waitingFor: (name) => `wartet auf ${name}`,
    waitingForMe: 'wartet auf dich',
    changed: 'Wortlaut geändert',
    spoken: {
      committed: (name) => `${name} hat zugesagt`,
      lapsed: (name) => `${name} hatte andere Worte zugesagt`,
      open: (name) => `${name} hat nicht zugesagt`,
    },
    committedAt: (time) => `zugesagt ${time}`,
    lapsedSince: (time) => `zu anderen Worten, ${time}`,
    notYet: 'noch nicht',
    commit: 'Zusagen',
    commitAgain: 'Dem neuen Wortlaut zusagen',
    proposeOther: 'Andere Worte vorschlagen',
    keepOld: 'Die alten behalten',
    takeBack: 'Zurücknehmen',
    tooLong: 'Diese Worte sind zu lang für eine Zusage. Mach zwei Erwartungen daraus.',
    changedSinceYours: 'Geändert seit deiner Zusage:',
    changedSince: (name) => `Geändert seit der Zusage von ${name}:`,
    redirected: 'Auch von wem die Rede ist, hat sich geändert.',
    says: { given: (words) => `Ich sage zu: ${words}`, 'taken-back': (words) => `Ich nehme meine Zusage zurück: ${words}` },
  },
  acceptance: {
    title: 'Annahme',
    waitingForMe: 'wartet auf dein Ja',
    proposedTo: (name) => `${name} vorgeschlagen`,
    declinedBy: (name) => `von ${name} abgelehnt`,
    givenToYou: (name) => `${name} schlägt vor, dass du das tust.`,
    waitingFor: (name) => `Vorgeschlagen; ${name} hat noch nicht Ja gesagt.`,
    accept: 'Annehmen',
    acceptAfterAll: 'Doch annehmen',
    declineWith: 'Ablehnen…',
    decline: 'Ablehnen',
    why: 'Warum nicht?',
    whyHint: 'Weil…',
    cancel: 'Abbrechen',
    log: 'Was daraus wurde',
    logged: {
      accepted: (name, time) => `${name} hat angenommen, ${time}`,
      declined: (name, time) => `${name} hat abgelehnt, ${time}`,
      removed: (name, time) => `Entfernt von ${name}, ${time}`,
      reopened: (name, time) => `Wieder geöffnet von ${name}, ${time}`,
    },
    placed: {
      made: (name, time, page) => `Angelegt von ${name} auf ${page}, ${time}`,
      turned: (name, time, page) => `Zur Aufgabe gemacht von ${name} auf ${page}, ${time}`,
      moved: (name, time, page) => `Nach ${page} verschoben von ${name}, ${time}`,
      returned: (name, time, page) => `Zurückgeholt von ${name} auf ${page}, ${time}`,
    },
    day: (name, time, was, became) => {
      if (!became) return `Tag ${was} weggenommen von ${name}, ${time}`
      return was ? `Von ${was} auf ${became} verschoben von ${name}, ${time}` : `Fällig ${became}, sagt ${name}, ${time}`
    },
    owner: (name, time, was, became) => {
      if (!became) return `${was} abgenommen von ${name}, ${time}`
      return was ? `Von ${was} an ${became} weitergegeben von ${name}, ${time}` : `An ${became} gegeben von ${name}, ${time}`
    },
    endedBy: (end, name, time) => `${end}, sagt ${name}, ${time}`,
    between: (n) => count(n, { one: '# weiterer dazwischen', other: '# weitere dazwischen' }),
    openAt: (n) => count(n, { one: 'Bei # späteren Treffen noch offen', other: 'Bei # späteren Treffen noch offen' }),
    needsServer: 'Wer sie angelegt und was geändert hat, weiß der Server; es zeigt sich hier, sobald du verbunden bist.',
    ended: {
      done: (day) => `Erledigt ${day}`.trim(),
      'wont-do': (day) => `Wird nicht getan, ${day}`,
      replaced: (day) => `Ersetzt ${day}`.trim(),
    },
    says: {
      accepted: (words, _why) => `Ich nehme an: ${words}`,
      declined: (words, why) => (why ? `Ich lehne ab: ${words} (${why})` : `Ich lehne ab: ${words}`),
    },
  },
  status: {
    setBy: (status, name, time) => `${status}, sagt ${name}, ${time}`,
  },
  checkIn: {
    title: 'Standmeldungen',
    went: (values) => (values ? `Stand ${values}` : ''),
    day: 'Tag',
    value: 'Wie weit',
    who: 'Wer',
    how: 'Wie weit jetzt',
    howHint: '0–100 oder Wort',
    howWrong: 'Eine ganze Zahl von 0 bis 100 oder ein Wort.',
    sentence: 'In einem Satz',
    add: 'Stand melden',
    correct: 'Berichtigen',
    correctOf: (day) => `Meine Standmeldung vom ${day} berichtigen`,
    corrected: 'Wie weit es war',
    takeBack: 'Zurücknehmen',
    takenBack: 'Ich nehme eine Standmeldung zurück.',
    cancel: 'Abbrechen',
  },
  anchor: {
    title: 'Trägt dieses Ziel das Mentoring?',
    isAnchor: 'Ein Anker: gewollt und begleitet',
    mine: { wants: 'Willst du das?', willing: 'Bist du bereit, das zu begleiten?', able: 'Kannst du das begleiten?' },
    question: {
      wants: (name) => `${name} will das:`,
      willing: (name) => `${name} ist bereit, es zu begleiten:`,
      able: (name) => `${name} kann es begleiten:`,
    },
    reply: { yes: 'Ja', no: 'Nein', 'not-sure': 'Unsicher' },
    hidden: 'Antworten werden gezeigt, wenn beide geantwortet haben.',
    hasAnswered: (name) => `${name} hat geantwortet.`,
  },
  agreedOn: {
    title: 'Was an einem Tag vereinbart war',
    day: 'Tag',
    lead: 'Die Worte, denen beide bis zum Ende dieses Tages zuletzt zugesagt hatten.',
    none: 'Bis dahin war nichts vereinbart.',
    counted: (n) => count(n, { one: '# Erwartung', other: '# Erwartungen' }),
    by: (name, time) => `${name}, ${time}`,
    changedSince: 'Heute steht dort etwas anderes.',
    retiredSince: 'Seitdem aufgehoben.',
    gone: 'Steht auf keiner Seite mehr.',
  },
}
