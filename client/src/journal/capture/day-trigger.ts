/** A day said at the end of an action or a goal is offered as its due day. Nothing is taken before the person says so, and undo gives the words back. */
import { Extension } from '@tiptap/core'
import type { Day } from '@tandem/shared/ids.ts'
import { type EditorState, Plugin, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { isFromYjs } from '../blocks/block-ids.ts'
import { asOneUndo } from '../binding/one-undo.ts'
import { findBlockAt } from '../blocks/page-blocks.ts'
import { createTrigger, type TypedRange, wordsBeforeCaret } from '../completion/trigger.ts'
import { setFacts } from '../facts/fact-writes.ts'
import { kindOf } from '../nodes/entry.ts'
import type { PageContext } from '../page-context.ts'
import { beginCapture, capturePlace, isCaptureAt } from './capture-place.ts'
import { readDayAtEnd } from './read-day.ts'

/** The fact a day is written into, by the kind of the block. */
const DAY_FACTS: Readonly<Record<string, string>> = { action: 'due', goal: 'target' }

export interface OfferedDay extends TypedRange {
  readonly day: Day
  /** The kind of the block that would get it. */
  readonly kind: string
  /** Whether it can hardly mean anything else, so that Enter takes it too. */
  readonly isSure: boolean
}

export const days = createTrigger<OfferedDay>('days')

export const DayCapture = Extension.create<{ readonly context: PageContext | null }>({
  name: 'dayCapture',
  priority: 940,

  addOptions() {
    return { context: null }
  },

  addProseMirrorPlugins() {
    const { context } = this.options
    if (!context) return []
    const { editor } = this
    return [
      capturePlace(),
      days.plugin((state) => findDay(state, context)),
      takenByKeys(context),
      // A phone's keyboard composes words and tells of the space only when it is done.
      whenComposed(() => takeSaidDay(editor.view, context)),
    ]
  },

  onTransaction({ transaction }) {
    const { context } = this.options
    if (context && isTyped(transaction)) takeSaidDay(this.editor.view, context)
  },
})

function findDay(state: EditorState, context: PageContext): OfferedDay | undefined {
  const before = wordsBeforeCaret(state, Number.POSITIVE_INFINITY)
  const { $head, head } = state.selection
  const kind = kindOf($head.parent)
  if (before === undefined || !Object.hasOwn(DAY_FACTS, kind) || $head.parentOffset < $head.parent.content.size || /\s\s$/.test(before)) return undefined
  const { locale } = context.factContext()
  const said = readDayAtEnd(before, { today: context.today(), locales: [locale, ...(globalThis.navigator?.languages ?? [])] })
  return said && { from: $head.start() + said.from, to: head, day: said.day, kind, isSure: said.isSure }
}

function takenByKeys(context: PageContext): Plugin {
  return new Plugin({
    props: {
      handleKeyDown: (view, event) => {
        const open = days.openIn(view.state)
        const isTaken = open && !event.shiftKey && (event.key === 'Tab' || (event.key === 'Enter' && open.isSure))
        if (isTaken) takeDay(view, context, open)
        return isTaken === true
      },
    },
  })
}

function whenComposed(act: () => void): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        compositionend: () => {
          setTimeout(act)
          return false
        },
      },
    },
  })
}

function isTyped(tr: Transaction): boolean {
  return tr.docChanged && !isFromYjs(tr) && tr.getMeta('paste') === undefined
}

/** A space behind a day takes it where the facts of the line are being said. */
function takeSaidDay(view: EditorView, context: PageContext): void {
  if (view.isDestroyed || view.composing) return
  const open = days.openIn(view.state)
  if (open && /\s$/.test(wordsBeforeCaret(view.state, 1) ?? '') && isCaptureAt(view.state, open.from)) takeDay(view, context, open)
}

/** Writes the day into the facts of its block and takes its words away. */
export function takeDay(view: EditorView, { doc }: PageContext, { from, to, day, kind }: OfferedDay): void {
  const id = findBlockAt(view.state.doc, from)?.node.attrs['id'] as string | null | undefined
  const fact = DAY_FACTS[kind]
  if (!id || !fact) return
  asOneUndo(view.state, () => {
    view.dispatch(beginCapture(view.state.tr.delete(from, to), from).scrollIntoView())
    setFacts(doc, id, { [fact]: day })
  })
}
