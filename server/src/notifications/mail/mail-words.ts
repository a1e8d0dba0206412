/** What mails say, in every language there is. */
import type { NoticeKind } from '@tandem/shared/contracts/notices.ts'

export interface MailWords {
  readonly language: string
  readonly subject: (journal: string) => string
  readonly digestSubject: string
  readonly greeting: (name: string) => string
  readonly lead: (count: number, journal: string) => string
  readonly digestLead: string
  readonly told: Readonly<Record<NoticeKind, (name: string) => string>>
  readonly somebody: string
  readonly more: (count: number) => string
  readonly open: string
  readonly openJournal: (journal: string) => string
  readonly openInbox: string
  readonly why: (journal: string) => string
  readonly whyDigest: string
  readonly stop: (journal: string) => string
  readonly stopDigest: string
  readonly settings: string
}

const en: MailWords = {
  language: 'en',
  subject: (journal) => `News in “${journal}”`,
  digestSubject: 'Your week in Tandem',
  greeting: (name) => `Hello ${name},`,
  lead: (count, journal) => (count === 1 ? `One thing in “${journal}” is waiting for you.` : `${count} things in “${journal}” are waiting for you.`),
  digestLead: 'This is what you have not read yet.',
  told: {
    mention: (name) => `${name} mentioned you`,
    reply: (name) => `${name} replied`,
    comment: (name) => `${name} commented`,
    proposal: (name) => `${name} proposes an action for you`,
    lapsed: (name) => `${name} changed words you had committed to`,
    action: (name) => `${name} gave you an action`,
    due: () => 'An action of yours is due',
  },
  somebody: 'Somebody',
  more: (count) => `and ${count} more`,
  open: 'Open',
  openJournal: (journal) => `Open “${journal}”`,
  openInbox: 'Open the inbox',
  why: (journal) => `You get at most one such mail in six hours, because you are in “${journal}”.`,
  whyDigest: 'You get this once a week, when there is something you have not read.',
  stop: (journal) => `No more mail about “${journal}”`,
  stopDigest: 'No more weekly digest',
  settings: 'Settings',
}

const de: MailWords = {
  language: 'de',
  subject: (journal) => `Neues in „${journal}“`,
  digestSubject: 'Deine Woche in Tandem',
  greeting: (name) => `Hallo ${name},`,
  lead: (count, journal) => (count === 1 ? `in „${journal}“ wartet etwas auf dich.` : `in „${journal}“ warten ${count} Dinge auf dich.`),
  digestLead: 'das hast du noch nicht gelesen.',
  told: {
    mention: (name) => `${name} hat dich erwähnt`,
    reply: (name) => `${name} hat geantwortet`,
    comment: (name) => `${name} hat kommentiert`,
    proposal: (name) => `${name} schlägt dir eine Aufgabe vor`,
    lapsed: (name) => `${name} hat Worte geändert, zu denen du Ja gesagt hattest`,
    action: (name) => `${name} hat dir eine Aufgabe gegeben`,
    due: () => 'Eine deiner Aufgaben ist fällig',
  },
  somebody: 'Jemand',
  more: (count) => `und ${count} weitere`,
  open: 'Öffnen',
  openJournal: (journal) => `„${journal}“ öffnen`,
  openInbox: 'Eingang öffnen',
  why: (journal) => `Du bekommst höchstens eine solche Mail in sechs Stunden, weil du in „${journal}“ bist.`,
  whyDigest: 'Du bekommst das einmal in der Woche, wenn es etwas gibt, das du nicht gelesen hast.',
  stop: (journal) => `Keine Mail mehr zu „${journal}“`,
  stopDigest: 'Keine Wochenübersicht mehr',
  settings: 'Einstellungen',
}

const LANGUAGES: readonly MailWords[] = [en, de]

/** "de-AT" is content with German; what nobody has translated is told in English. */
export function mailWords(language: string): MailWords {
  return LANGUAGES.find((words) => words.language === language.split('-')[0]) ?? en
}
