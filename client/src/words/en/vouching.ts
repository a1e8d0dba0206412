/** What is said of what people vouch for: commitments, acceptances, check-ins, mentorship anchors. In English. */
import { countIn } from '../plural.ts'

const count = countIn('en')

export const vouching = {
  /** Somebody who is no longer here. */
  somebody: 'Somebody',
  gonePage: 'a page that is gone',
  commitment: {
    title: 'Commitment',
    you: 'You',
    committed: 'committed',
    committedBy: (name: string) => `${name} has committed`,
    waitingFor: (name: string) => `waiting for ${name}`,
    waitingForMe: 'waiting for you',
    changed: 'wording changed',
    /** For those who do not see the dots. */
    spoken: {
      committed: (name: string) => `${name} has committed`,
      lapsed: (name: string) => `${name} had committed to other words`,
      open: (name: string) => `${name} has not committed`,
    },
    committedAt: (time: string) => `committed ${time}`,
    lapsedSince: (time: string) => `to other words, ${time}`,
    notYet: 'not yet',
    commit: 'Commit',
    commitAgain: 'Commit to the new words',
    proposeOther: 'Propose other words',
    keepOld: 'Keep the old',
    takeBack: 'Take back',
    tooLong: 'These words are too long to commit to. Make two expectations of them.',
    changedSinceYours: 'Changed since you committed:',
    changedSince: (name: string) => `Changed since ${name} committed:`,
    redirected: 'Of whom it speaks has changed too.',
    /** A command the server would not take, in words to keep. */
    says: { given: (words: string) => `I commit to: ${words}`, 'taken-back': (words: string) => `I take back my commitment to: ${words}` },
  },
  acceptance: {
    title: 'Acceptance',
    waitingForMe: 'waiting for your yes',
    proposedTo: (name: string) => `proposed to ${name}`,
    declinedBy: (name: string) => `declined by ${name}`,
    givenToYou: (name: string) => `${name} proposes that you do this.`,
    waitingFor: (name: string) => `Proposed; ${name} has not said yes yet.`,
    accept: 'Accept',
    acceptAfterAll: 'Accept after all',
    declineWith: 'Decline…',
    decline: 'Decline',
    why: 'Why not?',
    whyHint: 'Because…',
    cancel: 'Cancel',
    log: 'What became of it',
    logged: {
      accepted: (name: string, time: string) => `${name} accepted, ${time}`,
      declined: (name: string, time: string) => `${name} declined, ${time}`,
      removed: (name: string, time: string) => `Removed by ${name}, ${time}`,
      reopened: (name: string, time: string) => `Opened again by ${name}, ${time}`,
    },
    placed: {
      made: (name: string, time: string, page: string) => `Made by ${name} on ${page}, ${time}`,
      turned: (name: string, time: string, page: string) => `Made an action by ${name} on ${page}, ${time}`,
      moved: (name: string, time: string, page: string) => `Moved to ${page} by ${name}, ${time}`,
      returned: (name: string, time: string, page: string) => `Brought back by ${name} on ${page}, ${time}`,
    },
    day: (name: string, time: string, was: string, became: string) => {
      if (!became) return `Day ${was} taken away by ${name}, ${time}`
      return was ? `Moved from ${was} to ${became} by ${name}, ${time}` : `Due ${became}, said ${name}, ${time}`
    },
    owner: (name: string, time: string, was: string, became: string) => {
      if (!became) return `Taken from ${was} by ${name}, ${time}`
      return was ? `Passed from ${was} to ${became} by ${name}, ${time}` : `Given to ${became} by ${name}, ${time}`
    },
    endedBy: (end: string, name: string, time: string) => `${end}, said ${name}, ${time}`,
    between: (n: number) => count(n, { one: '# more between', other: '# more between' }),
    openAt: (n: number) => count(n, { one: 'Still open at # later meeting', other: 'Still open at # later meetings' }),
    needsServer: 'Who made it and what was changed is on the server; it shows here once you are connected.',
    ended: {
      done: (day: string) => `Done ${day}`.trim(),
      'wont-do': (day: string) => `Not to be done, ${day}`,
      replaced: (day: string) => `Replaced ${day}`.trim(),
    },
    says: {
      accepted: (words: string, _why: string) => `I accept: ${words}`,
      declined: (words: string, why: string) => (why ? `I decline: ${words} (${why})` : `I decline: ${words}`),
    },
  },
  status: {
    /** Who said last how a goal stands. */
    setBy: (status: string, name: string, time: string) => `${status}, says ${name}, ${time}`,
  },
  checkIn: {
    title: 'Check-ins',
    went: (values: string) => (values ? `check-ins ${values}` : ''),
    day: 'Day',
    value: 'How far',
    who: 'Who',
    how: 'How far now',
    howHint: '0–100, or a word',
    howWrong: 'A whole number from 0 to 100, or a word.',
    sentence: 'In a sentence',
    add: 'Check in',
    correct: 'Correct',
    correctOf: (day: string) => `Correct my check-in of ${day}`,
    corrected: 'How far it was',
    takeBack: 'Take back',
    takenBack: 'I take back a check-in.',
    cancel: 'Cancel',
  },
  anchor: {
    title: 'Does this goal hold the mentorship?',
    isAnchor: 'An anchor: wanted, and helped',
    mine: { wants: 'Do you want this?', willing: 'Are you willing to guide this?', able: 'Are you able to guide this?' },
    question: {
      wants: (name: string) => `${name} wants this:`,
      willing: (name: string) => `${name} is willing to guide it:`,
      able: (name: string) => `${name} is able to guide it:`,
    },
    reply: { yes: 'Yes', no: 'No', 'not-sure': 'Not sure' },
    hidden: 'Answers are shown when both have given theirs.',
    hasAnswered: (name: string) => `${name} has answered.`,
  },
  agreedOn: {
    title: 'What was agreed on a day',
    day: 'Day',
    lead: 'The words both had last committed to by the end of that day.',
    none: 'Nothing was agreed by then.',
    counted: (n: number) => count(n, { one: '# expectation', other: '# expectations' }),
    by: (name: string, time: string) => `${name}, ${time}`,
    changedSince: 'Today it says something else.',
    retiredSince: 'Retired since.',
    gone: 'No longer on a page.',
  },
}

/** The shape every language has. */
export type VouchingWords = typeof vouching
