/** Our templates in German. */
import { action, bullet, expectation, goal, heading, line, quote, topic } from './build.ts'
import type { Templates } from './template.ts'

const WRITE = line('Schreib irgendetwas, oder drück / für mehr')

export const german: Templates = {
  'fresh-start': {
    pages: [
      {
        kind: 'agreement',
        title: 'Unsere Vereinbarung',
        blocks: [
          heading('Was wir voneinander erwarten'),
          expectation('myself', 'Was erwartest du von dir selbst in dieser Mentorschaft?'),
          expectation('you', 'Und was erhoffst du dir vom anderen?'),
          heading('Woran wir arbeiten'),
          goal('Eine Richtung genügt vorerst. Das Ziel zu finden kann das erste Ziel sein.'),
          heading('Worüber wir reden wollen'),
          topic('Eine Frage, die du zum ersten Treffen mitbringen möchtest'),
          heading('Erste Schritte'),
          action('Etwas Kleines, das einer von euch bis zum nächsten Treffen tut'),
          WRITE,
        ],
      },
    ],
  },

  'new-role': {
    pages: [
      {
        kind: 'agreement',
        title: 'Unsere Vereinbarung',
        blocks: [
          heading('Was wir voneinander erwarten'),
          expectation('myself', 'Wie sorgst du dafür, dass diese Gespräche in der neuen Rolle helfen?'),
          expectation('you', 'Was soll dir der andere offen sagen?'),
          heading('Woran wir arbeiten'),
          goal('Worin sollen sich die Leute hier in drei Monaten auf dich verlassen können?'),
          goal('Eine Arbeitsbeziehung, mit der die Rolle steht und fällt'),
          heading('Worüber wir reden wollen'),
          topic('Etwas, das hier anders läuft, als du es gewohnt bist', 'sounding-board'),
          topic('Eine Entscheidung, die du treffen musst, bevor du genug weißt', 'input'),
          heading('Erste Schritte'),
          action('Jemand, den du in den nächsten zwei Wochen kennenlernst'),
          WRITE,
        ],
      },
      {
        kind: 'note',
        title: 'Die ersten neunzig Tage',
        blocks: [
          heading('Wen ich treffe'),
          bullet('Wer entscheidet, wer weiß, wie alles läuft, und wer hat das vor dir gemacht?'),
          heading('Was sie brauchen'),
          bullet('Deine Führungskraft, dein Team, deine Kollegen: in ihren Worten'),
          heading('Was ich selbst sehe'),
          bullet('Was dich jetzt wundert, wird bald normal sein. Halt es hier fest.'),
          heading('Etwas Erstes, das gelingt'),
          action('Klein, sichtbar und nützlich für jemand anderen'),
          WRITE,
        ],
      },
    ],
  },

  promotion: {
    pages: [
      {
        kind: 'agreement',
        title: 'Unsere Vereinbarung',
        blocks: [
          heading('Was wir voneinander erwarten'),
          expectation('myself', 'Was willst du zeigen und nicht nur sagen?'),
          expectation('you', 'Wo sind dir ehrliche Worte lieber als freundliche?'),
          heading('Was die nächste Stufe verlangt'),
          line('In deinen Worten und in denen der Leute, die entscheiden'),
          goal('Die Lücke, die du zuerst schließt'),
          goal('Eine Arbeit, an der man es sehen würde'),
          heading('Wer entscheidet'),
          bullet('Wer sitzt mit im Raum, und was haben sie von deiner Arbeit gesehen?'),
          heading('Worüber wir reden wollen'),
          topic('Weshalb würde heute jemand nein sagen?', 'feedback'),
          topic('Wer könnte für dich sprechen, wenn du nicht dabei bist?', 'input'),
          heading('Erste Schritte'),
          action('Deine Führungskraft fragen, was fehlt und bis wann es da sein könnte'),
          WRITE,
        ],
      },
      {
        kind: 'note',
        title: 'Was ich gemacht habe',
        blocks: [
          heading('Arbeiten, und was daraus wurde'),
          bullet('Eine Arbeit: worum es ging, was dein Teil war, was sich geändert hat'),
          heading('Was andere dazu gesagt haben'),
          quote('Ihre Worte, mit Datum'),
          heading('Was ich anders machen würde'),
          WRITE,
        ],
      },
    ],
  },

  'first-time-manager': {
    pages: [
      {
        kind: 'agreement',
        title: 'Unsere Vereinbarung',
        blocks: [
          heading('Was wir voneinander erwarten'),
          expectation('myself', 'Was probierst du zwischen unseren Gesprächen aus?'),
          expectation('you', 'Wann soll der andere fragen, statt zu raten?'),
          expectation('us', 'Was von deinem Team bleibt unter euch beiden?'),
          heading('Woran wir arbeiten'),
          goal('Eine Gewohnheit, die du in einem halben Jahr als Führungskraft haben möchtest'),
          goal('Was dein Team ohne dich können soll'),
          heading('Worüber wir reden wollen'),
          topic('Ein Gespräch, das du vor dir herschiebst', 'sounding-board'),
          topic('Etwas, das du immer noch selbst machst, weil du es gut kannst', 'input'),
          heading('Erste Schritte'),
          action('Allen in deinem Team eine Frage stellen, deren Antwort du nicht kennst'),
          WRITE,
        ],
      },
      {
        kind: 'note',
        title: 'Mein Team',
        blocks: [
          heading('Die Leute'),
          bullet('Für jeden: was er möchte, was er gut kann, was er von dir braucht'),
          heading('Was ich abgebe'),
          action('An wen, und woran merkst du, dass es gut läuft?'),
          heading('Was ich ihnen verspreche'),
          bullet('Wie ihr euch trefft, wie du entscheidest, wie du Feedback gibst'),
          WRITE,
        ],
      },
    ],
  },

  'short-and-focused': {
    pages: [
      {
        kind: 'agreement',
        title: 'Eine Frage',
        blocks: [
          heading('Das Eine'),
          goal('Was soll anders sein, wenn ihr fertig seid?'),
          heading('Wie wir arbeiten'),
          expectation('us', 'Wie oft, wie lange, und wann hört es auf?'),
          heading('Jetzt'),
          topic('Wo kommst du nicht weiter?', 'input'),
          action('Was als Nächstes ausprobiert wird'),
          heading('Was wir gelernt haben'),
          WRITE,
        ],
      },
    ],
  },

  blank: { pages: [{ kind: 'agreement', title: 'Unser Journal', blocks: [WRITE] }] },
}
