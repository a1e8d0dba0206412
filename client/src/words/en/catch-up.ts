/** What catching up says, in English. */
import { countIn } from '../plural.ts'

const count = countIn('en')

export const catchUp = {
  region: 'What changed',
  changes: (n: number) => count(n, { one: '# change', other: '# changes' }),
  by: (names: string) => `by ${names}`,
  since: (when: string) => `since ${when}`,
  trivial: (n: number) => count(n, { one: 'and # small correction', other: 'and # small corrections' }),
  nothing: 'Nothing has changed',
  step: (at: number, of: number) => `${at} of ${of}`,
  previous: 'Previous change (K)',
  next: 'Next change (J)',
  markSeen: 'Mark all seen',
  sinceDay: 'Changes since',
  backToNews: 'Back to what is new',
  open: 'What changed',
  list: 'All changes',
  nameless: 'Untitled',
  day: {
    later: (which: 'due' | 'target', span: string, day: string) => `${which} ${span} later: ${day}`,
    earlier: (which: 'due' | 'target', span: string, day: string) => `${which} ${span} earlier: ${day}`,
  },
  somebody: 'somebody',
  pageNews: { added: 'new page', renamed: (was: string) => `was called “${was}”`, archived: 'put away', returned: 'brought back', moved: 'another day' },
  said: {
    commented: (what: string) => `commented: “${what}”`,
    committed: () => 'committed to it',
    uncommitted: () => 'took the commitment back',
    accepted: () => 'accepted it',
    declined: (why: string) => (why === '' ? 'declined it' : `declined it: “${why}”`),
    'checked-in': (what: string) => `checked in: ${what}`,
    'check-in-removed': () => 'took a check-in back',
    edited: (what: string) => `changed a comment: “${what}”`,
    reacted: (what: string) => `reacted: ${what}`,
    resolved: (what: string) => `resolved “${what}”`,
    reopened: (what: string) => `reopened “${what}”`,
  },
  notes: { added: 'new', moved: 'moved', turned: 'turned into another kind', removed: 'removed', reworded: 'wording changed' },
}

export type CatchUpWords = typeof catchUp
