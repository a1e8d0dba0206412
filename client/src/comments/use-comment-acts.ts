/** What can be done in the margins. Everything goes by the outbox: it shows at once, and waits when nobody answers. */
import type { Reaction } from '@tandem/shared/contracts/comments.ts'
import type { Anchor } from '@tandem/shared/document/anchors/anchor.ts'
import { type BlockId, type JournalId, newId, type PersonId, type RowId } from '@tandem/shared/ids.ts'
import { useMemo } from 'react'
import { useOutbox, useSay } from '../api/outbox.tsx'

export interface Words {
  readonly words: string
  readonly mentions: readonly PersonId[]
}

export interface CommentActs {
  /** Begins a thread; answers its id. */
  readonly begin: (anchor: Anchor, said: Words) => RowId
  readonly answer: (thread: RowId, said: Words) => void
  readonly edit: (comment: RowId, said: Words) => void
  readonly remove: (comment: RowId) => void
  readonly react: (comment: RowId, reaction: Reaction, isOn: boolean) => void
  readonly resolve: (thread: RowId, isResolved: boolean) => void
  readonly attach: (thread: RowId, anchor: Anchor) => void
  readonly linkAction: (thread: RowId, action: BlockId) => void
  readonly read: (comments: readonly RowId[]) => void
}

export function useCommentActs(journal: JournalId): CommentActs {
  const say = useSay('comment')
  const edit = useSay('edit-comment')
  const remove = useSay('remove-comment')
  const react = useSay('react')
  const change = useSay('change-thread')
  const read = useSay('read-comments')
  const outbox = useOutbox()
  const id = journal
  const begin = (thread: RowId, anchor: Anchor | undefined, { words, mentions }: Words) => {
    const comment = newId() as RowId
    say({ id: comment, input: { id, comment, thread, ...(anchor ? { anchor } : {}), words, mentions: [...mentions] }, says: words })
  }
  const acts: CommentActs = {
    begin: (anchor, said) => {
      const thread = newId() as RowId
      begin(thread, anchor, said)
      return thread
    },
    answer: (thread, said) => begin(thread, undefined, said),
    edit: (comment, { words, mentions }) => edit({ id: newId(), input: { id, comment, words, mentions: [...mentions] }, says: words }),
    remove: (comment) => remove({ id: newId(), input: { id, comment }, says: '' }),
    react: (comment, reaction, isOn) => react({ id: newId(), input: { id, comment, reaction, isOn }, says: reaction }),
    resolve: (thread, isResolved) => change({ id: newId(), input: { id, thread, isResolved }, says: '' }),
    attach: (thread, anchor) => change({ id: newId(), input: { id, thread, anchor }, says: '' }),
    linkAction: (thread, action) => change({ id: newId(), input: { id, thread, action }, says: '' }),
    read: (comments) => read({ id: newId(), input: { id, comments: [...comments] }, says: '' }),
  }
  // The ways to say something are new with every drawing and always do the same.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  return useMemo(() => acts, [journal, outbox])
}
