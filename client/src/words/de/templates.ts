/** What the dialogs about templates say, in German. */
import type { TemplatesWords } from '../en/templates.ts'

export const templates: TemplatesWords = {
  title: 'Eine Vorlage benutzen',
  lead: 'Sie kommt zu dem dazu, was hier ist. Nichts, was ihr geschrieben habt, wird angerührt.',
  legend: 'Vorlage',
  asPage: 'Als neue Seite einfügen',
  asPages: 'Als neue Seiten einfügen',
  onPage: (page) => `In „${page}“ einfügen`,
  forget: 'Vorlage löschen',
  fromTemplate: 'Aus einer Vorlage…',
  saveAs: 'Als Vorlage speichern…',
  save: {
    title: 'Als Vorlage speichern',
    lead: 'Zeilen und Blöcke werden aufgehoben, um andere Seiten und Journale damit zu beginnen, ohne Namen und Tage. Alle in diesem Journal können sie benutzen.',
    name: 'Wie heißt sie?',
    action: 'Vorlage speichern',
  },
}
