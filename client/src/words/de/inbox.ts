/** What the inbox says, in German. */
import type { inbox as english } from '../en/inbox.ts'
import { countIn } from '../plural.ts'

const count = countIn('de')

export const inbox: typeof english = {
  title: 'Eingang',
  unread: (n: number) => count(n, { other: '# ungelesen' }),
  boxes: { inbox: 'Zu lesen', archive: 'Weggelegt' },
  box: 'Was gezeigt wird',
  markAll: 'Alles als gelesen markieren',
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
  },
  somebody: 'Jemand',
  isUnread: 'Ungelesen',
  muted: 'stummgeschaltet',
  days: { today: 'Heute', yesterday: 'Gestern', earlier: 'Früher' },
  list: (day: string) => `Eingegangen: ${day.toLocaleLowerCase('de')}`,
  keys: 'J und K bewegen, Enter öffnet, E legt weg, U markiert als gelesen oder ungelesen.',
  more: (what: string) => `Mehr zu „${what}“`,
  putAway: 'Weglegen',
  putAwayOf: (what: string) => `„${what}“ weglegen`,
  putBack: 'Zurückholen',
  markRead: 'Als gelesen markieren',
  markUnread: 'Als ungelesen markieren',
  mute: (journal: string) => `„${journal}“ stummschalten`,
  unmute: (journal: string) => `„${journal}“ nicht mehr stummschalten`,
  older: 'Ältere zeigen',
  emptyTitle: 'Nichts wartet auf dich.',
  emptyLead: 'Wenn dir jemand antwortet, dich erwähnt oder dir eine Aufgabe gibt, oder wenn eine deiner Aufgaben fällig ist, steht es hier.',
  emptyArchiveTitle: 'Nichts ist weggelegt.',
  emptyArchiveLead: 'Was du im Eingang weglegst, bleibt hier.',
  offline: 'Keine Verbindung zum Server. Das war zuletzt da.',
}
