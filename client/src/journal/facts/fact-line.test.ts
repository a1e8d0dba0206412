import type { Facts } from '@tandem/shared/document/facts.ts'
import type { Day } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import { peopleOf } from '../people.ts'
import { PEOPLE } from '../testing/people.ts'
import { factLine, type FactContext, shorten } from './fact-line.ts'

const context: FactContext = {
  people: peopleOf(PEOPLE),
  locale: 'en-GB',
  today: '2026-05-08' as Day,
  wordsOf: (id) => (id === 'billing' ? 'Lead the billing migration' : undefined),
}

const say = (kind: string, facts: Facts) =>
  factLine(kind, facts, context)
    .map(({ text }) => text)
    .join(' · ')

test.each<[string, Facts, string]>([
  ['expectation', { by: 'ana', direction: 'myself' }, 'of Ana'],
  ['expectation', { by: 'ana', direction: 'you' }, 'of Ben'],
  ['expectation', { by: 'ana', direction: 'us' }, 'of us both'],
  ['expectation', { direction: 'you' }, ''],
  ['goal', { status: 'open' }, ''],
  ['goal', { status: 'on-track', target: '2026-06-30', support: 'guide' }, 'on track · by 30 Jun · Ben guides'],
  ['goal', { target: '2027-03-30' }, 'by 30 Mar 2027'],
  ['action', { owner: 'ana', due: '2026-05-15', goal: 'billing' }, '@Ana · Fri 15 May · for ◎ Lead the billing migration'],
  ['action', { owner: 'ben', end: 'done', ended: '2026-05-05' }, '@Ben · done Tue'],
  ['action', { owner: 'ben', end: 'done', ended: '2026-03-05' }, '@Ben · done 5 Mar'],
  ['action', { end: 'wont-do', why: 're-scoped' }, 'won’t do: re-scoped'],
  ['action', { end: 'replaced', replacedBy: 'gone' }, 'replaced'],
  ['topic', { owner: 'ana', ask: 'sounding-board' }, 'Ana asks for: a sounding board'],
  ['topic', { owner: 'ben', ask: 'fyi', state: 'discussed' }, 'FYI from Ben · discussed'],
  ['text', { owner: 'ana' }, ''],
  ['sponsor', { owner: 'ana' }, ''],
])('%s %o says "%s"', (kind, facts, line) => {
  expect(say(kind, facts)).toBe(line)
})

test('what is overdue says so, unless it has ended', () => {
  expect(factLine('action', { due: '2026-05-07' }, context)).toEqual([{ text: 'Thu 7 May, overdue', tone: 'late' }])
  expect(factLine('action', { due: '2026-05-08' }, context)[0]?.tone).toBe('plain')
  expect(factLine('goal', { status: 'met', target: '2026-05-07' }, context).map(({ tone }) => tone)).not.toContain('late')
})

test('facts another program wrote wrongly are not said', () => {
  expect(say('action', { owner: 7, due: 'soon', end: 'exploded', goal: null })).toBe('')
  expect(say('action', { owner: 'a stranger', due: '2026-05-15' })).toBe('Fri 15 May')
})

test('long words of another block are cut between words', () => {
  expect(shorten('Lead the billing migration to the new platform')).toBe('Lead the billing migration…')
  expect(shorten('Donaudampfschifffahrtsgesellschaftskapitän')).toBe('Donaudampfschifffahrtsgesell…')
  expect(shorten('  ')).toBeUndefined()
})
