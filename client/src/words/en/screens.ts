/** Every word of the screens around the journal, in English. */
import type { FailureCode } from '@tandem/shared/failure.ts'
import { countIn } from '../plural.ts'
import { inbox } from './inbox.ts'
import { join, keep, signIn } from './arriving.ts'
import { journal } from './journal.ts'
import { telling } from './telling.ts'
import { refused } from './refused.ts'

const LANGUAGE = 'en'
const count = countIn(LANGUAGE)

export const screens = {
  language: LANGUAGE as string,

  /** The screen of one journal. */
  journal,

  inbox,
  telling,

  program: { name: 'Tandem', sentence: 'One journal, kept by two.' },

  seats: { mentor: 'Mentor', mentee: 'Mentee', third: 'Third seat' },
  mySeat: { mentor: 'You are the mentor', mentee: 'You are the mentee', third: 'You have a third seat' },
  roles: { owner: 'Owner', editor: 'Editor', commenter: 'Commenter', viewer: 'Viewer' },
  roleMeaning: {
    owner: 'Writes, invites, and looks after the journal',
    editor: 'Writes in the journal',
    commenter: 'Reads and comments',
    viewer: 'Reads',
  },

  general: {
    copy: 'Copy',
    copied: 'Copied',
    cancel: 'Cancel',
    tryAgain: 'Try again',
    reload: 'Reload',
    loading: 'Loading',
    home: 'All journals',
    skip: 'Skip to the content',
    save: 'Save',
    settings: 'Settings',
  },

  time: {
    justNow: 'just now',
    today: (clock: string) => `today, ${clock}`,
    yesterday: (clock: string) => `yesterday, ${clock}`,
    weekday: (day: string, clock: string) => `${day}, ${clock}`,
  },

  /** Where a language says a failure in words of its own; English is the catalogue itself. */
  failures: {} as Partial<Readonly<Record<FailureCode, string>>>,

  trouble: {
    unreachable: 'The server cannot be reached. Check your connection; nothing is lost.',
    defect: 'Something went wrong on our side. What you wrote is kept; please try again.',
  },

  signIn,

  home: {
    greeting: {
      morning: (name: string) => `Good morning, ${name}.`,
      afternoon: (name: string) => `Good afternoon, ${name}.`,
      evening: (name: string) => `Good evening, ${name}.`,
      night: (name: string) => `Still up, ${name}?`,
    },
    journals: 'Your journals',
    newJournal: 'New journal',
    emptyTitle: 'Every mentorship begins with a first page.',
    emptyLead: 'Begin a journal and send its link to the other. They type their name and are writing with you within a minute.',
    archived: (n: number) => count(n, { one: '# archived journal', other: '# archived journals' }),
    offline: 'No connection to the server. You can open and write in the journals this browser knows; everything is sent later.',
    alone: 'Nobody else yet',
    people: (names: string) => `With ${names}`,
    changed: (when: string) => `Last changed ${when}`,
    archivedSince: (day: string) => `Archived ${day}`,
    news: (n: number, names: string) => count(n, { one: `# change by ${names}`, other: `# changes by ${names}` }),
    somebody: 'somebody',
    actions: {
      title: 'What you have taken on',
      waiting: 'Waiting for your yes',
      forGoal: (goal: string) => `for ◎ ${goal}`,
      late: (day: string) => `${day}, overdue`,
      today: 'today',
      all: (n: number) => count(n, { one: 'Show the one', other: 'Show all #' }),
      fewer: 'Show fewer',
    },
    more: (title: string) => `More for ${title}`,
    rename: 'Rename…',
    archive: 'Archive…',
    unarchive: 'Bring back',
    leave: 'Leave…',
    renameTitle: 'Rename the journal',
    renameLabel: 'Title',
    renameAction: 'Rename',
    archiveTitle: (title: string) => `Archive “${title}”?`,
    archiveLead: 'Everybody can still read it, and nobody can write in it. You can bring it back at any time.',
    archiveAction: 'Archive',
    leaveTitle: (title: string) => `Leave “${title}”?`,
    leaveLead: 'The others keep the journal with everything you wrote. To come back you need a new invitation.',
    leaveAction: 'Leave',
  },

  newJournal: {
    title: 'A new journal',
    lead: 'It is one place for both of you. You can change everything later but your seat.',
    name: 'What is it called?',
    namePlaceholder: 'Ana & Ben',
    seat: 'Your seat',
    mentor: 'I mentor',
    mentorHint: 'You guide somebody. They bring the questions.',
    mentee: 'I am mentored',
    menteeHint: 'Somebody guides you. You bring the questions.',
    template: 'Begin with',
    templates: {
      'fresh-start': { name: 'Fresh start', preview: 'Sections for expectations, goals, topics and first steps, each with one helpful line.' },
      'new-role': { name: 'New role', preview: 'For the first months in a new job: the people, the surprises, a first thing done well.' },
      promotion: { name: 'Getting promoted', preview: 'What the next level asks for, who decides, and a page for what you have done.' },
      'first-time-manager': { name: 'First-time manager', preview: 'From doing it yourself to a team that does: habits, handing over, hard talks.' },
      'short-and-focused': { name: 'Short and focused', preview: 'One question, a few weeks, one page.' },
      blank: { name: 'A blank page', preview: 'One empty page, for those who know what they want.' },
    },
    savedBy: (name: string) => `Saved by ${name}`,
    submit: 'Create journal',
  },

  join,

  keep,

  settings: {
    title: 'Settings',
    you: 'You',
    name: 'Name',
    nameLead: 'Shown to the people you keep journals with.',
    access: 'Coming back',
    appearance: 'Appearance',
    language: 'Language',
    colours: 'Colours',
    schemes: { light: 'Light', dark: 'Dark', auto: 'System' },
    signIns: 'Where you are signed in',
    signInsLead: 'End any that you do not know.',
    thisOne: 'this browser',
    lastUsed: (when: string) => `last used ${when}`,
    since: (day: string) => `since ${day}`,
    end: 'End',
    endOf: (browser: string) => `End the sign-in of ${browser}`,
    unknownBrowser: 'Unknown browser',
    browserOn: (browser: string, system: string) => `${browser} on ${system}`,
    signOut: 'Sign out',
    signOutTitle: 'Sign out of this browser?',
    signOutLead: 'Your journals stay; sign in again to see them.',
    signOutUnsaved: 'Some of what you wrote is not saved on the server yet. It stays on this device, and is sent when you sign in here again.',
    signOutOnlyHere:
      'Some of what you wrote may not be saved on the server yet, and this device may not keep it. Open the journal first, to see whether it is saved or to take a copy.',
    signOutLost: 'You have no e-mail and password yet. After signing out you cannot get back in, unless somebody invites you again.',
    signOutAnyway: 'Sign out anyway',
  },

  refused,

  notFound: { title: 'There is nothing at this address.', lead: 'The link may be old, or a letter is missing.', action: 'Go to my journals' },

  defect: {
    title: 'Something broke on this screen.',
    lead: 'What you wrote is kept on this device. Reload the page to go on.',
  },
}

/** The shape every language has. */
export type Words = typeof screens
