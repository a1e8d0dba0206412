import type { GatheredBlock } from '@tandem/shared/document/journal-index.ts'
import type { BlockId, PageId, PersonId } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import { firstDaySteps } from './first-day-steps.ts'

const [ana, ben] = ['ana', 'ben'] as PersonId[] as [PersonId, PersonId]
const block = (kind: GatheredBlock['kind'], by?: PersonId): GatheredBlock => ({
  id: 'b' as BlockId,
  kind,
  text: 'Words',
  facts: by ? { by } : {},
  page: 'p' as PageId,
})
const done = (blocks: readonly GatheredBlock[], other?: PersonId) =>
  firstDaySteps(blocks, { me: ana, other })
    .filter(({ isDone }) => isDone)
    .map(({ name }) => name)

test('somebody alone on an empty page has everything before them', () => {
  expect(done([])).toEqual([])
})

test('expectations are done when both have said one', () => {
  expect(done([block('expectation', ana)], ben)).toEqual(['invite'])
  expect(firstDaySteps([block('expectation', ana)], { me: ana, other: ben })[1]?.both).toEqual({ me: true, other: false })
  expect(done([block('expectation', ana), block('expectation', ben)], ben)).toEqual(['invite', 'expect'])
})

test('a theme is enough of a goal', () => {
  expect(done([block('goal'), block('topic'), block('action')])).toEqual(['goal', 'topic', 'action'])
})
