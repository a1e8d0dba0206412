/** What bringing a development plan says, in English. */
import { countIn } from '../plural.ts'

const count = countIn('en')

export const plan = {
  open: 'Import a development plan…',
  title: 'Import a development plan',
  lead: 'Paste it as it is: a list, a table, Markdown or CSV. You choose which goals belong here. The rest is kept aside for you alone.',
  paste: 'Your plan',
  placeholder: '- Lead the billing migration\n- Speak at a conference',
  file: 'Choose a file',
  read: 'Find the goals',
  none: 'There are no goals in this. One to a line is enough.',
  unreadable: 'This file cannot be read as text.',
  choose: 'Which of them belong into this journal?',
  groups: { new: 'In your plan', reworded: 'In other words than before', aside: 'Kept aside, for you alone', here: 'Already goals here' },
  was: (words: string) => `Before: “${words}”`,
  wasHere: (words: string) => `Here as “${words}”, which stays as it is`,
  by: (day: string) => `by ${day}`,
  more: 'Paste a newer plan',
  add: (n: number) => (n === 0 ? 'Keep all aside' : count(n, { one: 'Add # goal', other: 'Add # goals' })),
  private: 'Nobody else sees what you do not tick.',
  into: (page: string) => `They are added to “${page}”.`,
}

export type PlanWords = typeof plan
