/** Expectations by who is to live up to them. */
import { expect, test } from 'vitest'
import { ANA, BEN, block, outline, PAIR } from '../testing/gathered-blocks.ts'
import { NO_FILTER } from '../view-filter.ts'
import { agreementSections } from './agreement-sections.ts'

const BLOCKS = [
  block('expectation', 'I answer', { by: BEN, direction: 'myself' }),
  block('expectation', 'you prepare', { by: BEN, direction: 'you' }),
  block('expectation', 'we are kind', { by: ANA, direction: 'us' }),
  block('expectation', 'who', { direction: 'myself' }),
  block('expectation', 'left', { by: 'cleo', direction: 'you' }),
]

const nobody = () => 'waiting' as const

test('"you" is the other of the one who says it', () => {
  expect(outline(agreementSections(BLOCKS, { filter: NO_FILTER, me: ANA, people: PAIR, standingOf: nobody }))).toEqual({
    [BEN]: ['I answer'],
    [ANA]: ['you prepare'],
    both: ['we are kind'],
    nobody: ['who', 'left'],
  })
})

test('what is expected of both is expected of me', () => {
  expect(outline(agreementSections(BLOCKS, { filter: { ...NO_FILTER, of: 'me' }, me: ANA, people: PAIR, standingOf: nobody }))).toEqual({
    [ANA]: ['you prepare'],
    both: ['we are kind'],
  })
})

test('by commitment: what both have said yes to, and what waits for one of them', () => {
  const standingOf = ({ text }: { readonly text: string }) => (text === 'I answer' ? 'agreed' : text === 'who' ? undefined : 'waiting')
  const shown = (show: string) => outline(agreementSections(BLOCKS, { filter: { ...NO_FILTER, show }, me: ANA, people: PAIR, standingOf }))
  expect(shown('agreed')).toEqual({ [BEN]: ['I answer'] })
  expect(shown('waiting')).toEqual({ [ANA]: ['you prepare'], both: ['we are kind'], nobody: ['left'] })
})
