/**
 * Notices that something is being typed which the page can complete: a slash, a name, a day. It reads the words before the caret and
 * hears no keys, so that it is the same on a phone. What is shown then, and what it does, is its owner's.
 */
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state'
import { ReplaceStep } from '@tiptap/pm/transform'
import type { EditorView } from '@tiptap/pm/view'
import { isFromYjs } from '../blocks/block-ids.ts'

/** Where in the page it is typed. */
export interface TypedRange {
  readonly from: number
  readonly to: number
}

interface TriggerState<Open> {
  readonly open: Open | null
  /** Where something stands that the person has waved away. */
  readonly dismissed: number | null
}

type KeyListener = (event: KeyboardEvent) => boolean

export interface Trigger<Open extends TypedRange> {
  /** Watches what is typed; `find` reads it out of the state. */
  readonly plugin: (find: (state: EditorState) => Open | undefined) => Plugin
  /** What is being typed now. */
  readonly openIn: (state: EditorState) => Open | null
  /** Gives whoever shows it the keys that are pressed in the words, before the page hears them. Returns how to stop. */
  readonly steer: (view: EditorView, onKey: KeyListener) => () => void
  /** Lets it be until something else is typed. */
  readonly dismiss: (state: EditorState) => Transaction
}

export function createTrigger<Open extends TypedRange>(name: string): Trigger<Open> {
  const key = new PluginKey<TriggerState<Open>>(name)
  const listeners = new WeakMap<EditorView, KeyListener>()
  const closed: TriggerState<Open> = { open: null, dismissed: null }

  function next(tr: Transaction, before: TriggerState<Open>, open: Open | undefined): TriggerState<Open> {
    if (tr.getMeta(key) === 'dismiss') return { open: null, dismissed: before.open?.from ?? null }
    const dismissed = before.dismissed === null ? null : tr.mapping.map(before.dismissed)
    if (!open) return closed
    if (open.from === dismissed) return { open: null, dismissed }
    // Moving the caret behind old words opens nothing, nor does moving a block or what somebody else writes; typing does.
    const isStillOpen = before.open !== null && !tr.mapping.mapResult(before.open.from, -1).deletedAfter
    if (!isStillOpen && !isTyping(tr)) return closed
    return { open, dismissed: null }
  }

  const openIn = (state: EditorState) => key.getState(state)?.open ?? null
  const dismiss = (state: EditorState) => state.tr.setMeta(key, 'dismiss')
  return {
    openIn,
    dismiss,
    plugin: (find) =>
      new Plugin<TriggerState<Open>>({
        key,
        state: { init: () => closed, apply: (tr, before, _old, state) => next(tr, before, find(state)) },
        props: {
          handleKeyDown: (view, event) => {
            if (!openIn(view.state)) return false
            if (event.key !== 'Escape') return listeners.get(view)?.(event) ?? false
            view.dispatch(dismiss(view.state))
            return true
          },
        },
      }),
    steer: (view, onKey) => {
      listeners.set(view, onKey)
      return () => void listeners.delete(view)
    },
  }
}

/** Whether letters came or went, and no blocks. */
function isTyping(tr: Transaction): boolean {
  return tr.docChanged && !isFromYjs(tr) && tr.steps.every((step) => !(step instanceof ReplaceStep) || step.slice.content.firstChild?.isBlock !== true)
}

/** The words before the caret in its line, at most so many; `undefined` where nothing is completed: in code, or while words are selected. */
export function wordsBeforeCaret({ selection }: EditorState, most: number): string | undefined {
  if (!(selection instanceof TextSelection) || !selection.empty || selection.$head.parent.type.spec.code) return undefined
  const { parent, parentOffset } = selection.$head
  return parent.textBetween(Math.max(0, parentOffset - most), parentOffset, '\n', '\n')
}
