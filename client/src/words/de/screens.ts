/** Every word of the screens around the journal, in German. */
import { countIn } from '../plural.ts'
import type { Words } from '../en/screens.ts'
import { failures } from './failures.ts'
import { inbox } from './inbox.ts'
import { join, keep, signIn } from './arriving.ts'
import { journal } from './journal.ts'
import { telling } from './telling.ts'
import { refused } from './refused.ts'

const LANGUAGE = 'de'
const count = countIn(LANGUAGE)

export const screens: Words = {
  language: LANGUAGE,

  journal,

  inbox,
  telling,

  program: { name: 'Tandem', sentence: 'Ein Journal, zu zweit geführt.' },

  seats: { mentor: 'Mentor', mentee: 'Mentee', third: 'Dritter Platz' },
  mySeat: { mentor: 'Du bist der Mentor', mentee: 'Du bist der Mentee', third: 'Du hast den dritten Platz' },
  roles: { owner: 'Eigentümer', editor: 'Mitschreiber', commenter: 'Kommentator', viewer: 'Leser' },
  roleMeaning: {
    owner: 'Schreibt, lädt ein und kümmert sich um das Journal',
    editor: 'Schreibt im Journal',
    commenter: 'Liest und kommentiert',
    viewer: 'Liest',
  },

  general: {
    copy: 'Kopieren',
    copied: 'Kopiert',
    cancel: 'Abbrechen',
    tryAgain: 'Noch einmal versuchen',
    reload: 'Neu laden',
    loading: 'Wird geladen',
    home: 'Alle Journale',
    skip: 'Zum Inhalt springen',
    save: 'Speichern',
    settings: 'Einstellungen',
  },

  time: {
    justNow: 'gerade eben',
    today: (clock) => `heute, ${clock}`,
    yesterday: (clock) => `gestern, ${clock}`,
    weekday: (day, clock) => `${day}, ${clock}`,
  },

  failures,

  trouble: {
    unreachable: 'Der Server ist nicht erreichbar. Prüf deine Verbindung; es ist nichts verloren.',
    defect: 'Bei uns ist etwas schiefgegangen. Was du geschrieben hast, ist aufgehoben; bitte versuch es noch einmal.',
  },

  signIn,

  home: {
    greeting: {
      morning: (name) => `Guten Morgen, ${name}.`,
      afternoon: (name) => `Guten Tag, ${name}.`,
      evening: (name) => `Guten Abend, ${name}.`,
      night: (name) => `Noch wach, ${name}?`,
    },
    journals: 'Deine Journale',
    newJournal: 'Neues Journal',
    emptyTitle: 'Jede Mentorschaft beginnt mit einer ersten Seite.',
    emptyLead: 'Beginn ein Journal und schick dem anderen den Link. Ein Name genügt, und eine Minute später schreibt ihr zusammen.',
    archived: (n) => count(n, { one: '# archiviertes Journal', other: '# archivierte Journale' }),
    offline: 'Keine Verbindung zum Server. Die Journale, die dieser Browser kennt, kannst du öffnen und weiterschreiben; alles wird später gesendet.',
    alone: 'Noch niemand sonst',
    people: (names) => `Mit ${names}`,
    changed: (when) => `Zuletzt geändert: ${when}`,
    archivedSince: (day) => `Archiviert seit ${day}`,
    news: (n, names) => count(n, { one: `# Änderung von ${names}`, other: `# Änderungen von ${names}` }),
    somebody: 'jemandem',
    actions: {
      title: 'Was du übernommen hast',
      waiting: 'Wartet auf dein Ja',
      forGoal: (goal) => `für ◎ ${goal}`,
      late: (day) => `${day}, überfällig`,
      today: 'heute',
      all: (n) => count(n, { one: 'Die eine zeigen', other: 'Alle # zeigen' }),
      fewer: 'Weniger zeigen',
    },
    more: (title) => `Mehr zu ${title}`,
    rename: 'Umbenennen…',
    archive: 'Archivieren…',
    unarchive: 'Zurückholen',
    leave: 'Verlassen…',
    renameTitle: 'Das Journal umbenennen',
    renameLabel: 'Titel',
    renameAction: 'Umbenennen',
    archiveTitle: (title) => `„${title}“ archivieren?`,
    archiveLead: 'Alle können es weiter lesen, aber niemand kann mehr hineinschreiben. Du kannst es jederzeit zurückholen.',
    archiveAction: 'Archivieren',
    leaveTitle: (title) => `„${title}“ verlassen?`,
    leaveLead: 'Die anderen behalten das Journal mit allem, was du geschrieben hast. Um zurückzukommen, brauchst du eine neue Einladung.',
    leaveAction: 'Verlassen',
  },

  newJournal: {
    title: 'Ein neues Journal',
    lead: 'Ein Ort für euch beide. Alles außer deinem Platz kannst du später ändern.',
    name: 'Wie heißt es?',
    namePlaceholder: 'Ana & Ben',
    seat: 'Dein Platz',
    mentor: 'Ich begleite',
    mentorHint: 'Du bist der Mentor. Der andere bringt die Fragen mit.',
    mentee: 'Ich werde begleitet',
    menteeHint: 'Du bist der Mentee. Du bringst die Fragen mit.',
    template: 'Womit beginnt es?',
    templates: {
      'fresh-start': {
        name: 'Frischer Anfang',
        preview: 'Abschnitte für Erwartungen, Ziele, Themen und erste Schritte, jeder mit einer Zeile, die weiterhilft.',
      },
      'new-role': { name: 'Neue Rolle', preview: 'Für die ersten Monate in einer neuen Stelle: die Leute, die Überraschungen, etwas Erstes, das gelingt.' },
      promotion: { name: 'Befördert werden', preview: 'Was die nächste Stufe verlangt, wer entscheidet, und eine Seite für das, was du gemacht hast.' },
      'first-time-manager': {
        name: 'Zum ersten Mal Führungskraft',
        preview: 'Vom Selbermachen zum Team, das es kann: Gewohnheiten, Abgeben, schwierige Gespräche.',
      },
      'short-and-focused': { name: 'Kurz und gezielt', preview: 'Eine Frage, ein paar Wochen, eine Seite.' },
      blank: { name: 'Eine leere Seite', preview: 'Eine einzige leere Seite, für alle, die wissen, was sie wollen.' },
    },
    savedBy: (name) => `Gespeichert von ${name}`,
    submit: 'Journal anlegen',
  },

  join,

  keep,

  settings: {
    title: 'Einstellungen',
    you: 'Du',
    name: 'Name',
    nameLead: 'So sehen dich die, mit denen du Journale führst.',
    access: 'Zurückkommen',
    appearance: 'Aussehen',
    language: 'Sprache',
    colours: 'Farben',
    schemes: { light: 'Hell', dark: 'Dunkel', auto: 'System' },
    signIns: 'Wo du angemeldet bist',
    signInsLead: 'Beende jede Anmeldung, die du nicht kennst.',
    thisOne: 'dieser Browser',
    lastUsed: (when) => `zuletzt benutzt: ${when}`,
    since: (day) => `seit ${day}`,
    end: 'Beenden',
    endOf: (browser) => `Die Anmeldung von ${browser} beenden`,
    unknownBrowser: 'Unbekannter Browser',
    browserOn: (browser, system) => `${browser} unter ${system}`,
    signOut: 'Abmelden',
    signOutTitle: 'Von diesem Browser abmelden?',
    signOutLead: 'Deine Journale bleiben; melde dich wieder an, um sie zu sehen.',
    signOutUnsaved:
      'Einiges von dem, was du geschrieben hast, ist noch nicht auf dem Server. Es bleibt auf diesem Gerät und wird gesendet, wenn du dich hier wieder anmeldest.',
    signOutOnlyHere:
      'Einiges von dem, was du geschrieben hast, ist vielleicht noch nicht auf dem Server, und dieses Gerät hebt es vielleicht nicht auf. Öffne erst das Journal: dort siehst du, ob es gesichert ist, und kannst eine Kopie mitnehmen.',
    signOutLost: 'Du hast noch keine E-Mail-Adresse und kein Passwort. Nach dem Abmelden kommst du nicht zurück, es sei denn, jemand lädt dich neu ein.',
    signOutAnyway: 'Trotzdem abmelden',
  },

  refused,

  notFound: { title: 'Unter dieser Adresse gibt es nichts.', lead: 'Vielleicht ist der Link alt, oder es fehlt ein Buchstabe.', action: 'Zu meinen Journalen' },

  defect: {
    title: 'Auf dieser Seite ist etwas kaputtgegangen.',
    lead: 'Was du geschrieben hast, ist auf diesem Gerät aufgehoben. Lade die Seite neu, um weiterzumachen.',
  },
}
