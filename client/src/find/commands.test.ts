import { expect, test } from 'vitest'
import { type Command, findCommands } from './commands.ts'
import { askedWords } from './fold-text.ts'

const command = (title: string, group = 'Go to', also = ''): Command => ({ id: title, title, group, also, sign: 'goal', run: () => undefined })
const commands = [
  command('Actions'),
  command('Aufgabe', 'Turn into', 'todo'),
  command('Übersicht'),
  command('New note', 'New'),
  command('Renew the note', 'New'),
]
const find = (query: string) => findCommands(askedWords(query), commands).map(({ title }) => title)

test('nothing asked: everything, in its own order', () => {
  expect(find('')).toEqual(commands.map(({ title }) => title))
})

test.each([
  ['note', ['New note', 'Renew the note']],
  ['new note', ['New note', 'Renew the note']],
  ['ubers', ['Übersicht']],
  ['todo', ['Aufgabe']],
  ['go act', ['Actions']],
  ['nowhere', []],
])('"%s" finds %j', (query, found) => {
  expect(find(query)).toEqual(found)
})
