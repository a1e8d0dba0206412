import { expect, test } from 'vitest'
import { parsePlan } from './parse-plan.ts'

const words = (plan: string) => parsePlan(plan).map(({ text }) => text)

test('a list in Markdown: its items are the goals, what stands under them is the note', () => {
  const plan = `# My plan 2027\n\nWhat I want to work on:\n\n- [ ] **Lead** the billing migration\n  - by 2027-03-30\n  - with Priya\n* Say no to a [director](https://example.org)\n3. Speak at a conference\n\n## Not now\n- Learn Rust`
  expect(words(plan)).toEqual(['Lead the billing migration', 'Say no to a director', 'Speak at a conference', 'Learn Rust'])
  expect(parsePlan(plan)[0]).toMatchObject({ note: 'by 2027-03-30\nwith Priya', day: '2027-03-30' })
})

test('headings with words under them are goals when there is no list', () => {
  const plan = '# Plan\n\n## Become a better speaker\nTwo talks by 30.3.2027.\n\n## Delegate more\nThe on-call rota first.'
  expect(parsePlan(plan)).toEqual([
    { text: 'Become a better speaker', note: 'Two talks by 30.3.2027.', day: '2027-03-30' },
    { text: 'Delegate more', note: 'The on-call rota first.', day: null },
  ])
})

test('plain lines are goals, each once', () => {
  expect(words('Speak up, even if it is hard\nDelegate, then trust\n\nspeak up even if it is hard!')).toEqual([
    'Speak up, even if it is hard',
    'Delegate, then trust',
  ])
})

test.each([
  ['commas', 'Goal,By,Owner\n"Lead the migration, all of it",2027-03-30,Ana\nDelegate,,Ana'],
  ['semicolons, as a German spreadsheet writes', '\u{FEFF}Ziel;Bis;Wer\r\nLead the migration, all of it;30.03.2027;Ana\r\nDelegate;;Ana\r\n'],
  ['tabs, as pasted from a spreadsheet', 'Objective\tDeadline\tWho\nLead the migration, all of it\t2027-03-30\tAna\nDelegate\t\tAna'],
  ['Markdown', '| Goal | By | Who |\n|---|:-:|---|\n| Lead the migration, all of it | 2027-03-30 | Ana |\n| Delegate | | Ana |'],
])('a table with %s', (_, plan) => {
  const goals = parsePlan(plan)
  expect(goals.map(({ text, day }) => [text, day])).toEqual([
    ['Lead the migration, all of it', '2027-03-30'],
    ['Delegate', null],
  ])
  expect(goals[0]?.note).toMatch(/^(Owner|Wer|Who): Ana$/)
})

test('a cell of several lines stays one cell', () => {
  expect(parsePlan('Area,Goal\nPeople,"Delegate\nmore"\nCraft,Speak')).toEqual([
    { text: 'Delegate more', note: 'Area: People', day: null },
    { text: 'Speak', note: 'Area: Craft', day: null },
  ])
})

test.each(['', '   \n\n', '---', '| |', 'Goal,By\n', '"', '\u{0}', '- ', '#'])('%j holds no goal and breaks nothing', (plan) => {
  expect(parsePlan(plan).filter(({ text }) => /\p{L}{5,}/u.test(text))).toEqual([])
})

test('a day in figures that could be two days is none', () => {
  expect(parsePlan('- Speak by 3/4/2027\n- Write by 2027-02-31').map(({ day }) => day)).toEqual([null, null])
})

test('what is too long or too much is cut, not refused', () => {
  const goals = parsePlan(Array.from({ length: 300 }, (_, index) => `- Goal number ${index} ${'x'.repeat(600)}\n  ${'y'.repeat(3000)}`).join('\n'))
  expect(goals.length).toBe(200)
  expect(goals.every(({ text, note }) => text.length <= 500 && note.length <= 1000)).toBe(true)
})
