// @vitest-environment jsdom
/** Mentions of people and blocks, in any line. */
import { createJournalIndex } from '@tandem/shared/document/journal-index.ts'
import { expect, test } from 'vitest'
import { PEOPLE } from '../testing/people.ts'
import { meet, oneWriter, twoWriters, type Writer } from '../testing/people-at-a-page.ts'
import { chooseMention } from './choose-mention.ts'
import { findBlockItems, findPersonItems, type MentionItem } from './mention-items.ts'
import { mentions } from './mention-trigger.ts'

function items({ editor, context, doc }: Writer): readonly MentionItem[] {
  const open = mentions.openIn(editor.state)
  if (!open) return []
  return open.sign === '@' ? findPersonItems(editor.state, context, open) : findBlockItems(editor.state, context, { ...open, index: createJournalIndex(doc) })
}

function choose(writer: Writer, { use, id }: Pick<MentionItem, 'use' | 'id'>): void {
  const item = items(writer).find((one) => one.use === use && one.id === id)
  const open = mentions.openIn(writer.editor.state)
  if (!item || !open) throw new Error('It is not offered')
  chooseMention(writer.editor.view, writer.context, { open, item })
}

const shown = ({ editor }: Writer) =>
  [...editor.view.dom.querySelectorAll<HTMLElement>('.mention')].map((mention) => mention.dataset['name'] ?? seenIn(mention))
const seenIn = (mention: HTMLElement) => mention.querySelector<HTMLElement>('.mention-renamed')?.dataset['name'] ?? mention.textContent

test('a person is mentioned in a plain line, and writing goes on behind the name', () => {
  const ana = oneWriter([{ id: 'a' }])
  ana.caret('a')
  ana.type('Thanks to @b')
  expect(items(ana)).toEqual([{ use: 'mention', about: 'person', id: 'ben', name: 'Ben' }])
  choose(ana, { use: 'mention', id: 'ben' })
  ana.type('for this')
  expect(ana.page()).toEqual(['text: Thanks to @Ben for this'])
  expect(shown(ana)).toEqual(['@Ben'])
})

test('a name written out in full is a mention by its space', () => {
  const ana = oneWriter([{ id: 'a' }])
  ana.caret('a')
  ana.type('Ask @Ben and @nobody about it')
  expect(shown(ana)).toEqual(['@Ben'])
  expect(ana.page()).toEqual(['text: Ask @Ben and @nobody about it'])
})

test('an action offers the owner first until it has one, then the mention', () => {
  const ana = oneWriter([{ id: 'a', kind: 'action', text: 'Ask' }])
  ana.caret('a', 3)
  ana.type(' @be')
  expect(items(ana).map(({ use }) => use)).toEqual(['owner', 'mention'])
  choose(ana, { use: 'owner', id: 'ben' })
  expect(ana.facts.of('a')).toEqual({ owner: 'ben', givenBy: 'ana' })
  ana.type('whether @ana')
  expect(items(ana).map(({ use }) => use)).toEqual(['mention', 'owner'])
})

test('a goal is linked to an action by #, and a block mentioned in a line', () => {
  const ana = oneWriter([
    { id: 'g', kind: 'goal', text: 'Lead the billing migration' },
    { id: 'a', kind: 'action', text: 'Draft' },
    { id: 't', text: 'See' },
  ])
  ana.caret('a', 5)
  ana.type(' #bill')
  expect(items(ana).map(({ use, id }) => `${use} ${id}`)).toEqual(['goal g', 'mention g'])
  choose(ana, { use: 'goal', id: 'g' })
  ana.caret('t', 3)
  ana.type(' #migr')
  choose(ana, { use: 'mention', id: 'g' })
  expect(ana.facts.of('a')).toEqual({ goal: 'g' })
  expect(ana.page()).toEqual(['goal: Lead the billing migration', 'action: Draft ', 'text: See Lead the billing migration '])
})

test('a sign at the start of a line still makes a heading, and words with signs in them nothing', () => {
  const ana = oneWriter([{ id: 'a' }, { id: 'b' }])
  ana.caret('a')
  ana.type('#')
  expect(items(ana)).toEqual([])
  ana.type(' Plans')
  ana.caret('b')
  ana.type('ana@example')
  expect(items(ana)).toEqual([])
  expect(ana.page()).toEqual(['heading1: Plans', 'text: ana@example'])
})

test('names follow renames; the words stay as they were written', () => {
  const ana = oneWriter([{ id: 'a' }])
  ana.caret('a')
  ana.type('Ask @Ben about it')
  ana.setPeople(PEOPLE.map((one) => (one.person === 'ben' ? { ...one, name: 'Benedikt' } : one)))
  expect(shown(ana)).toEqual(['@Benedikt'])
  expect(ana.page()).toEqual(['text: Ask @Ben about it'])
})

test('Backspace takes a mention as a whole, and writing into one makes words of it', () => {
  const ana = oneWriter([{ id: 'a' }])
  ana.caret('a')
  ana.type('Ask @Ben @Ana ')
  ana.caret('a', 13)
  ana.press('Backspace')
  expect(ana.page()).toEqual(['text: Ask @Ben  '])
  ana.caret('a', 6)
  ana.type('x')
  expect(shown(ana)).toEqual([])
  expect(ana.page()).toEqual(['text: Ask @Bxen  '])
})

test('two people who mention and type in one line at once lose nothing', () => {
  const { ana, ben } = twoWriters([{ id: 'a', text: 'We talked about the plan' }])
  ana.caret('a', 9)
  ben.caret('a', 24)
  ana.type(' to @Ben today')
  ben.type(' for long')
  meet(ana, ben)
  expect(ben.page()).toEqual(['text: We talked to @Ben today about the plan for long'])
  expect(shown(ben)).toEqual(['@Ben'])
  expect(ana.page()).toEqual(ben.page())
})
