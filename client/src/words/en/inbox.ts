/** What the inbox says, in English. */
import type { NoticeKind } from '@tandem/shared/contracts/notices.ts'
import { countIn } from '../plural.ts'

const count = countIn('en')

const told: Readonly<Record<NoticeKind, (name: string) => string>> = {
  mention: (name) => `${name} mentioned you`,
  reply: (name) => `${name} replied`,
  comment: (name) => `${name} commented`,
  proposal: (name) => `${name} proposes an action for you`,
  lapsed: (name) => `${name} changed words you had committed to`,
  commitment: (name) => `${name} committed to`,
  'check-in': (name) => `${name} said how far a goal is`,
  action: (name) => `${name} gave you an action`,
  due: () => 'An action of yours is due',
}

export const inbox = {
  title: 'Inbox',
  unread: (n: number) => count(n, { one: '# unread', other: '# unread' }),
  boxes: { inbox: 'To look at', archive: 'Put away' },
  box: 'What to show',
  markAll: 'Mark all as read',
  told,
  somebody: 'Somebody',
  isUnread: 'Unread',
  muted: 'muted',
  days: { today: 'Today', yesterday: 'Yesterday', earlier: 'Earlier' },
  list: (day: string) => `Told ${day.toLocaleLowerCase('en')}`,
  keys: 'J and K move, Enter opens, E puts away, U marks as read or unread.',
  more: (what: string) => `More for “${what}”`,
  putAway: 'Put away',
  putAwayOf: (what: string) => `Put away “${what}”`,
  putBack: 'Bring back',
  markRead: 'Mark as read',
  markUnread: 'Mark as unread',
  mute: (journal: string) => `Mute “${journal}”`,
  unmute: (journal: string) => `No longer mute “${journal}”`,
  older: 'Show older',
  emptyTitle: 'Nothing waits for you.',
  emptyLead: 'When somebody answers you, mentions you or gives you an action, or one of yours is due, you find it here.',
  emptyArchiveTitle: 'Nothing is put away.',
  emptyArchiveLead: 'What you put away in the inbox is kept here.',
  offline: 'No connection to the server. This is what was there last.',
}
