/** Every word around the pages of an open journal, in English. The words of the editor itself stand with it. */
import { countIn } from '../plural.ts'

const count = countIn('en')

export const journal = {
  save: {
    saved: 'Saved',
    savedAt: (clock: string) => `Saved ${clock}`,
    saving: 'Saving',
    onDevice: (edits: number) => `Only on this device (${count(edits, { one: '# edit', other: '# edits' })})`,
    onDeviceShort: (edits: number) => count(edits, { one: '# edit here', other: '# edits here' }),
    cannotSave: 'Cannot save',
    explain: {
      saved: 'Everything you wrote here is stored on the server.',
      saving: 'Your last words are on their way to the server.',
      onDevice: 'Your last words are kept on this device. They are sent as soon as the server can be reached; you can go on writing, and close this page.',
      onDeviceUnkept: 'Your last words are only in this page, because this browser does not let it store anything. Keep the page open until they are saved.',
    },
    details: 'What is saved where',
    tryNow: 'Try now',
    exportText: 'Export a copy',
    exportDocument: 'As a .yjs file',
    signInAgain: 'Sign in again',
    reload: 'Reload',
    anew: {
      act: 'Begin anew',
      title: 'Begin anew on this device?',
      lost: 'What only this device has of this journal is thrown away; everything else comes back from the server. Export a copy first: your own words can be put back from it.',
      trouble: 'This device could not forget it. Close the other tabs of this journal and try again.',
    },
  },

  notices: {
    offline: 'No connection. Everything works.',
    offlineWhy: 'What you write is sent when it is back.',
    nearlyFull: (percent: number) =>
      percent >= 100
        ? 'This journal is full. What is written now stays on this device; begin a new journal to go on.'
        : `This journal has used ${percent} % of the room it has. It can still be written; begin a new one before it is full.`,
    noStorage: 'This browser does not keep a copy of the journal: what you write needs a connection to survive.',
    storageFailed: 'This device has stopped keeping a copy, perhaps because its disk is full. What you write needs a connection to survive.',
    archived: 'This journal is archived: it can be read, not written.',
    archivedOwner: 'You can bring it back from your list of journals.',
    removed: 'You are no longer one of the people of this journal. The others keep what you wrote; you can take along what this device has.',
    readOnly: {
      commenter: 'You can read and comment here, not write.',
      viewer: 'You can read here, not write.',
      why: 'Only owners and editors write.',
    },
    pageArchived: 'This page is archived.',
    bringBack: 'Bring it back',
    newerContent: 'This page was written with a newer version of Tandem. Reload to open it; nothing was changed.',
  },

  loading: 'Opening the journal',
  missing: {
    title: 'The journal cannot be opened right now.',
    lead: 'The server does not answer, and this device has no copy of it yet. As soon as the connection is back it opens by itself.',
    refusedTitle: 'This journal does not open for you.',
  },

  pages: {
    title: 'Pages',
    agreement: 'The agreement',
    meetings: 'Meetings',
    notes: 'Notes',
    untitled: 'Untitled',
    noDay: 'No day yet',
    none: 'This journal has no pages.',
    newPage: 'New page',
    newNote: 'Note',
    newMeeting: 'Meeting',
    newAgreement: 'Agreement',
    noteTitle: 'Note',
    more: (title: string) => `More for ${title}`,
    rename: 'Rename',
    moveUp: 'Move up',
    moveDown: 'Move down',
    archive: 'Archive page',
    unarchive: 'Bring back',
    archived: (n: number) => count(n, { one: '# archived page', other: '# archived pages' }),
    renameLabel: 'Title of the page',
    titlePlaceholder: 'Untitled',
    meetingPlaceholder: 'What is this meeting about?',
    day: 'Day of the meeting',
    moved: (title: string, place: number, last: number) => `${title}: ${place} of ${last}`,
  },

  presence: {
    label: 'Who is here',
    status: { writing: 'writing', here: 'here', idle: 'idle' },
    face: (name: string, status: string, page: string) => `${name}, ${status}${page ? `, on ${page}` : ''}: go there`,
    somebody: 'Somebody',
    edited: (name: string, words: string) => (words ? `${name} changed: ${words}` : `${name} changed this page`),
    come: (name: string) => `${name} is here`,
  },

  screen: {
    home: 'All journals',
    people: 'People and invitations',
    peopleShort: 'People',
    pages: 'Pages',
    add: 'New',
    close: 'Close',
    bar: 'Journal',
    now: 'Who is here and what is saved',
  },

  update: { ready: 'A new version is ready.', reload: 'Reload', later: 'Later' },

  copy: { by: (name: string) => `of ${name}`, due: (day: string) => `due ${day}`, fileName: 'journal' },
}

export type JournalWords = typeof journal
