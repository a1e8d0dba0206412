/** What the margins look like when everything I have said is counted as said, though the server has not heard it yet. Pure. */
import type { Comment, Reaction, Thread } from '@tandem/shared/contracts/comments.ts'
import * as contracts from '@tandem/shared/contracts/comments.ts'
import { BREAK } from '@tandem/shared/document/anchors/anchor.ts'
import type { PersonId, RowId } from '@tandem/shared/ids.ts'
import type { z } from 'zod'
import type { Command } from '../sync/outbox-command.ts'

export interface ShownComment extends Comment {
  /** Said here, and not known to be on the server. */
  readonly isPending: boolean
}

export interface ShownThread extends Omit<Thread, 'comments'> {
  readonly comments: readonly ShownComment[]
}

export interface ShownRows {
  readonly threads: readonly ShownThread[]
  readonly unread: ReadonlySet<RowId>
}

export type Rows = z.output<typeof contracts.list.output>

/** A command that cannot be read, left by a newer program, changes nothing. */
export function applyPending(rows: Rows, pending: readonly Command[], me: PersonId): ShownRows {
  const start: ShownRows = {
    threads: rows.threads.map(asTold),
    unread: new Set(rows.unread),
  }
  return pending.reduce((shown, command) => apply(shown, command, me), start)
}

const told = new WeakMap<Thread, ShownThread>()

/** As the server tells it; the same object for the same answer. */
function asTold(thread: Thread): ShownThread {
  const known = told.get(thread)
  if (known) return known
  const shown = { ...thread, comments: thread.comments.map((comment) => ({ ...comment, isPending: false })) }
  told.set(thread, shown)
  return shown
}

function apply(shown: ShownRows, { name, input, at }: Command, me: PersonId): ShownRows {
  switch (name) {
    case 'comment': {
      const said = contracts.say.input.safeParse(input)
      return said.success ? say(shown, { ...said.data, at, me }) : shown
    }
    case 'edit-comment': {
      const edit = contracts.edit.input.safeParse(input)
      return edit.success
        ? changeComment(shown, edit.data.comment, ({ words: _old, ...rest }) => ({
            ...rest,
            words: edit.data.words,
            mentions: edit.data.mentions,
            editedAt: at,
            isPending: true,
          }))
        : shown
    }
    case 'remove-comment': {
      const removal = contracts.remove.input.safeParse(input)
      return removal.success ? removeComment(shown, removal.data.comment) : shown
    }
    case 'react': {
      const reaction = contracts.react.input.safeParse(input)
      return reaction.success ? changeComment(shown, reaction.data.comment, (comment) => react(comment, { ...reaction.data, me })) : shown
    }
    case 'change-thread': {
      const change = contracts.change.input.safeParse(input)
      return change.success ? changeThread(shown, { ...change.data, at, me }) : shown
    }
    case 'read-comments': {
      const read = contracts.read.input.safeParse(input)
      return read.success ? { ...shown, unread: new Set([...shown.unread].filter((id) => !read.data.comments.includes(id))) } : shown
    }
    default:
      return shown
  }
}

type Said = z.output<typeof contracts.say.input> & { readonly at: number; readonly me: PersonId }

function say(shown: ShownRows, { comment, thread, anchor, words, mentions, at, me }: Said): ShownRows {
  const known = shown.threads.find((each) => each.thread === thread)
  if (known?.comments.some((each) => each.comment === comment)) return shown
  const said: ShownComment = { comment, person: me, at, words, mentions, editedAt: null, isDeleted: false, reactions: [], isPending: true }
  if (known) return { ...shown, threads: shown.threads.map((each) => (each === known ? { ...each, comments: [...each.comments, said] } : each)) }
  if (!anchor) return shown
  const quote = anchor.kind === 'page' ? '' : anchor.quote.words.replaceAll(BREAK, '\n')
  return { ...shown, threads: [...shown.threads, { thread, anchor, quote, resolved: null, action: null, comments: [said] }] }
}

function changeComment(shown: ShownRows, id: RowId, change: (comment: ShownComment) => ShownComment): ShownRows {
  return {
    ...shown,
    threads: shown.threads.map((thread) =>
      thread.comments.some(({ comment }) => comment === id)
        ? { ...thread, comments: thread.comments.map((each) => (each.comment === id ? change(each) : each)) }
        : thread,
    ),
  }
}

/** As the server lists it: a beginning with answers stays as an empty place. */
function removeComment(shown: ShownRows, id: RowId): ShownRows {
  const threads = shown.threads.map((thread) => {
    const emptied = thread.comments.map((each) => (each.comment === id ? { ...each, words: '', reactions: [], isDeleted: true } : each))
    const left = emptied.filter(({ isDeleted }) => !isDeleted)
    const [first] = emptied
    return { ...thread, comments: first?.isDeleted && left.length > 0 ? [first, ...left] : left }
  })
  return { ...shown, threads: threads.filter(({ comments }) => comments.length > 0) }
}

function react(comment: ShownComment, { reaction, isOn, me }: { readonly reaction: Reaction; readonly isOn: boolean; readonly me: PersonId }): ShownComment {
  const others = comment.reactions.filter((each) => each.person !== me || each.reaction !== reaction)
  return { ...comment, reactions: isOn ? [...others, { reaction, person: me }] : others }
}

type Change = z.output<typeof contracts.change.input> & { readonly at: number; readonly me: PersonId }

function changeThread(shown: ShownRows, { thread: id, isResolved, anchor, action, at, me }: Change): ShownRows {
  return {
    ...shown,
    threads: shown.threads.map((thread) => {
      if (thread.thread !== id) return thread
      const resolved = isResolved === undefined ? thread.resolved : isResolved ? (thread.resolved ?? { person: me, at }) : null
      return { ...thread, resolved, anchor: anchor ?? thread.anchor, action: action ?? thread.action }
    }),
  }
}
