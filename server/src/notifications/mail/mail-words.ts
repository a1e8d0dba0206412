/** What mails say, in every language there is. */
import type { NoticeKind } from '@tandem/shared/contracts/notices.ts'
import type { ChangedKind } from './load-changes.ts'

export interface MailWords {
  readonly language: string
  readonly subject: (journal: string) => string
  readonly digestSubject: string
  readonly greeting: (name: string) => string
  readonly lead: (count: number, journal: string) => string
  readonly digestLead: string
  readonly told: Readonly<Record<NoticeKind | ChangedKind, (name: string) => string>>
  readonly somebody: string
  readonly more: (count: number) => string
  /** Blocks and pages that others changed. */
  readonly changes: (count: number) => string
  /** Of one journal, where each is not told by itself. */
  readonly manyNews: (count: number) => string
  readonly open: string
  readonly openJournal: (journal: string) => string
  readonly openInbox: string
  readonly why: (journal: string) => string
  readonly whyDigest: string
  readonly stop: (journal: string) => string
  readonly stopDigest: string
  readonly settings: string
  /** Whether an address is its person's. Names nobody. */
  readonly confirm: { readonly subject: string; readonly greeting: string; readonly lead: string; readonly action: string; readonly why: string }
}

const en: MailWords = {
  language: 'en',
  subject: (journal) => `News in “${journal}”`,
  digestSubject: 'Your week in Tandem',
  greeting: (name) => `Hello ${name},`,
  lead: (count, journal) => (count === 1 ? `One thing in “${journal}” is new to you.` : `${count} things in “${journal}” are new to you.`),
  digestLead: 'This is what you have not seen yet.',
  told: {
    mention: (name) => `${name} mentioned you`,
    reply: (name) => `${name} replied`,
    comment: (name) => `${name} commented`,
    proposal: (name) => `${name} proposes an action for you`,
    lapsed: (name) => `${name} changed words you had committed to`,
    commitment: (name) => `${name} committed to`,
    'check-in': (name) => `${name} said how far a goal is`,
    action: (name) => `${name} gave you an action`,
    due: () => 'An action of yours is due',
    added: (name) => `${name} wrote`,
    reworded: (name) => `${name} changed the words`,
    removed: (name) => `${name} removed`,
    changed: (name) => `${name} changed`,
  },
  somebody: 'Somebody',
  more: (count) => `and ${count} more`,
  changes: (count) => (count === 1 ? 'One thing on the pages changed since you looked.' : `${count} things on the pages changed since you looked.`),
  manyNews: (count) => `${count} things are new to you`,
  open: 'Open',
  openJournal: (journal) => `Open “${journal}”`,
  openInbox: 'Open the inbox',
  why: (journal) => `You get at most one such mail in six hours, because you are in “${journal}”.`,
  whyDigest: 'You get this once a week, when there is something you have not seen.',
  stop: (journal) => `No more mail about “${journal}”`,
  stopDigest: 'No more weekly digest',
  settings: 'Settings',
  confirm: {
    subject: 'Is this your address?',
    greeting: 'Hello,',
    lead: 'Confirm that this address is yours, and Tandem sends you what you have not read in your journals.',
    action: 'Confirm my address',
    why: 'Somebody gave this address in Tandem. If it was not you, do nothing: nothing from a journal comes here.',
  },
}

const de: MailWords = {
  language: 'de',
  subject: (journal) => `Neues in „${journal}“`,
  digestSubject: 'Deine Woche in Tandem',
  greeting: (name) => `Hallo ${name},`,
  lead: (count, journal) => (count === 1 ? `in „${journal}“ gibt es etwas Neues.` : `in „${journal}“ gibt es ${count} Neuigkeiten.`),
  digestLead: 'das hast du noch nicht gesehen.',
  told: {
    mention: (name) => `${name} hat dich erwähnt`,
    reply: (name) => `${name} hat geantwortet`,
    comment: (name) => `${name} hat kommentiert`,
    proposal: (name) => `${name} schlägt dir eine Aufgabe vor`,
    lapsed: (name) => `${name} hat Worte geändert, zu denen du Ja gesagt hattest`,
    commitment: (name) => `${name} hat zugesagt`,
    'check-in': (name) => `${name} hat gesagt, wie weit ein Ziel ist`,
    action: (name) => `${name} hat dir eine Aufgabe gegeben`,
    due: () => 'Eine deiner Aufgaben ist fällig',
    added: (name) => `${name} hat geschrieben`,
    reworded: (name) => `${name} hat umformuliert`,
    removed: (name) => `${name} hat entfernt`,
    changed: (name) => `${name} hat geändert`,
  },
  somebody: 'Jemand',
  more: (count) => `und ${count} weitere`,
  changes: (count) =>
    count === 1 ? 'Auf den Seiten hat sich etwas geändert, seit du da warst.' : `Auf den Seiten hat sich ${count}-mal etwas geändert, seit du da warst.`,
  manyNews: (count) => `${count} Neuigkeiten für dich`,
  open: 'Öffnen',
  openJournal: (journal) => `„${journal}“ öffnen`,
  openInbox: 'Eingang öffnen',
  why: (journal) => `Du bekommst höchstens eine solche Mail in sechs Stunden, weil du in „${journal}“ bist.`,
  whyDigest: 'Du bekommst das einmal in der Woche, wenn es etwas gibt, das du nicht gesehen hast.',
  stop: (journal) => `Keine Mail mehr zu „${journal}“`,
  stopDigest: 'Keine Wochenübersicht mehr',
  settings: 'Einstellungen',
  confirm: {
    subject: 'Ist das deine Adresse?',
    greeting: 'Hallo,',
    lead: 'bestätige, dass das deine Adresse ist, dann schickt dir Tandem, was du in deinen Journalen nicht gelesen hast.',
    action: 'Meine Adresse bestätigen',
    why: 'Jemand hat diese Adresse in Tandem angegeben. Warst du das nicht, tu nichts: Aus einem Journal kommt hier nichts an.',
  },
}

const LANGUAGES: readonly MailWords[] = [en, de]

/** "de-AT" is content with German; what nobody has translated is told in English. */
export function mailWords(language: string): MailWords {
  return LANGUAGES.find((words) => words.language === language.split('-')[0]) ?? en
}
