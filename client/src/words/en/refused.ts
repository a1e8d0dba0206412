/** What was said and the server would not take, in English. */
import { countIn } from '../plural.ts'

const count = countIn('en')

export const refused = {
  told: (n: number) => count(n, { one: '# thing you said was not taken.', other: '# things you said were not taken.' }),
  look: 'See what',
  title: 'Not taken',
  lead: 'The server would not take this. Nothing of it is lost: your words are here.',
  dismiss: 'Dismiss',
  close: 'Close',
  copyFailed: 'Could not copy: select the words and copy them yourself.',
}
