/** Topics by state. */
import { expect, test } from 'vitest'
import { ANA, BEN, block, outline } from '../testing/gathered-blocks.ts'
import { NO_FILTER } from '../view-filter.ts'
import { countOpen } from '../read-gathered.ts'
import { topicSections } from './topic-sections.ts'

const BLOCKS = [
  block('topic', 'said', { state: 'discussed', owner: ANA }),
  block('topic', 'later', { state: 'parked', owner: BEN }),
  block('topic', 'now', { owner: ANA }),
]

test('open ones first, what was talked about folded', () => {
  const sections = topicSections(BLOCKS, { filter: NO_FILTER, me: ANA })
  expect(outline(sections)).toEqual({ open: ['now'], parked: ['later'], discussed: ['said'] })
  expect(sections.at(-1)?.isFolded).toBe(true)
})

test('those of one person, those of one state', () => {
  expect(outline(topicSections(BLOCKS, { filter: { ...NO_FILTER, of: BEN }, me: ANA }))).toEqual({ parked: ['later'] })
  expect(outline(topicSections(BLOCKS, { filter: { ...NO_FILTER, show: 'discussed' }, me: ANA }))).toEqual({ discussed: ['said'] })
})

test('only what is open is counted', () => {
  const goals = [block('goal', 'one', { status: 'met' }), block('goal', 'two')]
  const actions = [block('action', 'a', { end: 'wont-do' }), block('action', 'b')]
  expect(countOpen([...BLOCKS, ...goals, ...actions, block('expectation', 'e')])).toEqual({ agreement: 1, goals: 1, actions: 1, topics: 1 })
})
