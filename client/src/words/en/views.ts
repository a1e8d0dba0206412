/** What the gathered views and finding say, in English. */
import { countIn } from '../plural.ts'

const count = countIn('en')

export const views = {
  label: 'Gathered',
  names: { agreement: 'Expectations', goals: 'Goals', actions: 'Actions', topics: 'Topics' },
  /** A name with its open count, for those who hear it. */
  counted: {
    agreement: (n: number) => count(n, { one: '# expectation', other: '# expectations' }),
    goals: (n: number) => count(n, { one: '# goal in work', other: '# goals in work' }),
    actions: (n: number) => count(n, { one: '# open action', other: '# open actions' }),
    topics: (n: number) => count(n, { one: '# open topic', other: '# open topics' }),
  },
  titles: { agreement: 'What we expect of each other', goals: 'Goals', actions: 'Actions', topics: 'Topics' },
  filters: {
    label: 'Whose',
    everybody: 'Everybody’s',
    mine: 'Mine',
    of: (name: string) => `${name}’s`,
    ofMe: 'Of me',
    ofPerson: (name: string) => `Of ${name}`,
    ofEverybody: 'Of everybody',
    broughtByAll: 'Anybody’s',
    state: 'Which',
    arrange: 'Arranged by',
    byDay: 'By day',
    byGoal: 'By goal',
    phase: 'Phase',
  },
  actions: {
    open: 'Open',
    overdue: 'Overdue',
    soon: 'In the next seven days',
    later: 'Later',
    noDay: 'No day yet',
    lately: 'Ended in the last 30 days',
    before: 'Ended before',
    ended: 'Ended',
    noGoal: 'For no goal',
    goneGoal: 'For a goal that is no longer here',
  },
  goals: {
    all: 'All',
    status: { 'at-risk': 'At risk', 'on-track': 'On track', open: 'Open', theme: 'Themes', met: 'Met', parked: 'Parked' },
    lastStep: (day: string) => `last step ${day}`,
    touched: (name: string, when: string) => `last touched by ${name}, ${when}`,
    statusSet: (name: string, when: string) => `status set by ${name}, ${when}`,
    noSteps: 'no open action',
    actionsOf: (goal: string) => `Actions for ${goal}`,
    phases: { all: 'Every phase', this: 'This phase', later: 'Later' },
  },
  agreement: {
    of: (name: string) => `Of ${name}`,
    ofMe: (name: string) => `Of ${name} (me)`,
    ofBoth: 'Of us both',
    ofNobody: 'Not said yet of whom',
    all: 'All',
    agreed: 'Both committed',
    waiting: 'Not both yet',
  },
  topics: { all: 'All', open: 'Open', parked: 'Parked', discussed: 'Discussed' },
  row: { goTo: (page: string) => `on ${page}`, facts: (line: string) => (line ? `${line}. Edit` : 'Add details'), add: 'add details' },
  empty: {
    agreement: {
      title: 'Nothing is said yet of what you expect.',
      lead: 'Begin with one sentence each: what you will do yourself, and what you hope the other will.',
    },
    goals: { title: 'No goal yet.', lead: 'A theme is enough to begin with. Finding the goal can be the first goal.' },
    actions: { title: 'Nobody has promised anything yet.', lead: 'An action is one small thing one of you does before you meet again.' },
    topics: { title: 'Nothing waits to be talked about.', lead: 'A topic is a question you would like to bring to the next meeting.' },
    write: (page: string) => `Write in “${page}”`,
    filtered: 'Nothing of this kind.',
    showAll: 'Show all',
  },
  link: {
    gone: 'The block this link leads to is no longer in the journal.',
    close: 'Close',
  },
  find: {
    title: 'Find in this journal',
    placeholder: 'Words, entries, people',
    hint: 'What is on this page comes first. Everything that is on this device is found, also without a connection.',
    results: 'Results',
    none: (query: string) => `Nothing with “${query}”.`,
    found: (n: number) => count(n, { one: '# result', other: '# results' }),
    more: (n: number) => count(n, { one: '# more. Another letter narrows it down.', other: '# more. Another letter narrows them down.' }),
    people: 'People',
    actionsOf: 'Their actions',
    thisPage: (page: string) => `${page}, this page`,
    wholePage: 'The page',
    archived: 'archived',
  },
}

export type ViewsWords = typeof views
