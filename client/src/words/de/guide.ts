/** What the guide of the first day says, in German. */
import type { GuideWords } from '../en/guide.ts'

export const guide: GuideWords = {
  title: 'Ein guter erster Tag',
  dismiss: 'Die Hilfe weglegen',
  done: 'erledigt',
  notYet: 'noch nicht',
  steps: {
    invite: 'Den anderen dazuholen',
    expect: 'Jeder sagt, was er erwartet',
    goal: 'Eine Richtung oder ein Ziel benennen',
    topic: 'Aufschreiben, worüber ihr reden wollt',
    action: 'Etwas Kleines vereinbaren',
  },
  why: {
    invite: 'Ein Link genügt: Name eintippen, und schon schreibt ihr zusammen.',
    expect: 'Von sich selbst, vom anderen, von euch beiden. Je ein Satz ist ein Anfang.',
    goal: 'Eine Richtung genügt. Das Ziel zu finden kann das erste Ziel sein.',
    topic: 'Eine Frage, auf die du gern eine Antwort hättest.',
    action: 'Bis zum nächsten Treffen, von einem von euch.',
  },
  invite: 'Mit einem Link einladen',
  plan: 'Deinen Entwicklungsplan einlesen',
}
