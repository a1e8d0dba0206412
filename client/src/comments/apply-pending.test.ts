/** What I have said shows at once, as the server will list it. */
import type { Anchor } from '@tandem/shared/document/anchors/anchor.ts'
import type { JournalId, PageId, PersonId, RowId } from '@tandem/shared/ids.ts'
import { newId } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import type { Command } from '../sync/outbox-command.ts'
import { applyPending, type Rows } from './apply-pending.ts'

const me = 'ana' as PersonId
const journal = newId() as JournalId
const [thread, first, second] = [newId(), newId(), newId()] as RowId[] as [RowId, RowId, RowId]
const anchor: Anchor = { kind: 'page', page: 'p' as PageId }

const ROWS: Rows = {
  people: [],
  unread: [first],
  threads: [
    {
      thread,
      anchor,
      quote: '',
      resolved: null,
      action: null,
      comments: [{ comment: first, person: 'ben' as PersonId, at: 1, words: 'One', mentions: [], editedAt: null, isDeleted: false, reactions: [] }],
    },
  ],
}
const EMPTY: Rows = { people: [], unread: [], threads: [] }

function command(name: string, input: object): Command {
  return { id: newId(), journal, name, input: { id: journal, ...input }, says: '', at: 5 }
}

test('a new thread, an answer in it, and the answer once it has come back from the server', () => {
  const begun = command('comment', { comment: first, thread, anchor, words: 'One', mentions: [] })
  const answer = command('comment', { comment: second, thread, words: 'Two', mentions: [] })
  expect(applyPending(EMPTY, [begun, answer], me).threads).toMatchObject([
    { thread, comments: [{ words: 'One', person: me, isPending: true }, { words: 'Two' }] },
  ])
  expect(applyPending(ROWS, [begun], me).threads[0]?.comments).toHaveLength(1)
})

test('edits, reactions, resolving and reading', () => {
  const pending = [
    command('edit-comment', { comment: first, words: 'One, better', mentions: [] }),
    command('react', { comment: first, reaction: '👍', isOn: true }),
    command('change-thread', { thread, isResolved: true, action: 'block' }),
    command('read-comments', { comments: [first] }),
  ]
  const shown = applyPending(ROWS, pending, me)
  expect(shown.threads).toMatchObject([
    { resolved: { person: me, at: 5 }, action: 'block', comments: [{ words: 'One, better', editedAt: 5, reactions: [{ reaction: '👍', person: me }] }] },
  ])
  expect(shown.unread.size).toBe(0)
  const undone = [...pending, command('react', { comment: first, reaction: '👍', isOn: false }), command('change-thread', { thread, isResolved: false })]
  expect(applyPending(ROWS, undone, me).threads).toMatchObject([{ resolved: null, comments: [{ reactions: [] }] }])
})

test('a deleted beginning with an answer is an empty place, without one the thread is gone', () => {
  const removal = command('remove-comment', { comment: first })
  const answer = command('comment', { comment: second, thread, words: 'Two', mentions: [] })
  expect(applyPending(ROWS, [answer, removal], me).threads[0]?.comments).toMatchObject([{ words: '', isDeleted: true }, { words: 'Two' }])
  expect(applyPending(ROWS, [removal], me).threads).toEqual([])
})

test('what a newer program left in the outbox changes nothing', () => {
  expect(applyPending(ROWS, [command('comment', { nonsense: true }), command('pin', {})], me).threads).toEqual(applyPending(ROWS, [], me).threads)
})
