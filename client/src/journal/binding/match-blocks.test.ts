import { expect, test } from 'vitest'
import { matchBlocks, type NewBlock, type OldBlock } from './match-blocks.ts'

const old = (...ids: string[]): OldBlock[] => ids.map((id) => ({ id, node: 'entry' }))
/** `a` is the old block unchanged, `a*` the same block with other words, anything unknown is new. */
function now(before: readonly OldBlock[], ...blocks: string[]): NewBlock[] {
  return blocks.map((block) => {
    const id = block.replace('*', '')
    const index = before.findIndex((one) => one.id === id)
    return { id, node: 'entry', unchanged: block.endsWith('*') || index < 0 ? undefined : index }
  })
}

test.each([
  { what: 'nothing', before: ['a', 'b'], after: ['a', 'b'], found: [0, 1] },
  { what: 'a change of words', before: ['a', 'b'], after: ['a*', 'b'], found: [0, 1] },
  { what: 'a new block between', before: ['a', 'b'], after: ['a', 'x', 'b'], found: [0, undefined, 1] },
  { what: 'a deleted block', before: ['a', 'b', 'c'], after: ['a', 'c'], found: [0, 2] },
  { what: 'a swap, in which the unchanged one stays', before: ['a', 'b'], after: ['b*', 'a'], found: [undefined, 0] },
  { what: 'a move up', before: ['a', 'b', 'c'], after: ['c', 'a', 'b'], found: [undefined, 0, 1] },
  { what: 'a move of a rewritten block', before: ['a', 'b', 'c'], after: ['c*', 'a', 'b'], found: [undefined, 0, 1] },
  { what: 'a turned order, of which one stays', before: ['a', 'b', 'c'], after: ['c', 'b', 'a'], found: [2, undefined, undefined] },
])('$what', ({ before, after, found }) => {
  const blocks = old(...before)
  expect(matchBlocks(blocks, now(blocks, ...after))).toEqual(found)
})

test('a block whose node has another name is another block', () => {
  expect(matchBlocks(old('a'), [{ id: 'a', node: 'codeBlock', unchanged: undefined }])).toEqual([undefined])
})

test('a block without an id is the one that got its first id', () => {
  expect(matchBlocks([{ id: null, node: 'paragraph' }], [{ id: 'new', node: 'paragraph', unchanged: undefined }])).toEqual([0])
})

test('of two copies with one id each stays itself', () => {
  const blocks = old('a', 'a')
  expect(matchBlocks(blocks, [...now(blocks, 'a'), { id: 'a', node: 'entry', unchanged: 1 }])).toEqual([0, 1])
})
