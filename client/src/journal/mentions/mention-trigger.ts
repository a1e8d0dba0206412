/** An `@` for a person or a `#` for a block being typed. A name written out in full is taken by the space behind it. */
import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { isFromYjs } from '../blocks/block-ids.ts'
import { createTrigger, type TypedRange, wordsBeforeCaret } from '../completion/trigger.ts'
import type { PageContext } from '../page-context.ts'
import { chooseMention } from './choose-mention.ts'
import { findPersonItems, isNamedInFull } from './mention-items.ts'

export interface MentionQuery extends TypedRange {
  readonly sign: '@' | '#'
  readonly query: string
}

export const mentions = createTrigger<MentionQuery>('mentions')

export const MentionTrigger = Extension.create<{ readonly context: PageContext | null }>({
  name: 'mentionTrigger',
  priority: 945,

  addOptions() {
    return { context: null }
  },

  addProseMirrorPlugins() {
    const { context } = this.options
    if (!context) return []
    const { editor } = this
    return [
      mentions.plugin(findQuery),
      new Plugin({
        props: {
          handleDOMEvents: {
            compositionend: () => {
              setTimeout(() => takeFullName(editor.view, context))
              return false
            },
          },
        },
      }),
    ]
  },

  onTransaction({ transaction }) {
    const { context } = this.options
    if (context && isTyped(transaction)) takeFullName(this.editor.view, context)
  },
})

/** No name is looked for in more characters. */
const LONGEST = 40

function findQuery(state: EditorState): MentionQuery | undefined {
  const before = wordsBeforeCaret(state, LONGEST) ?? ''
  // A lone # at the start of a line may become a heading.
  const match = /(?:^|[\s(])(?:(@)([^@#\n]*)|(?<=.)(#)([^@#\n]*)|(#)([^@#\s][^@#\n]*))$/u.exec(before)
  if (!match) return undefined
  const sign = match[1] ?? match[3] ?? match[5]
  const query = match[2] ?? match[4] ?? match[6] ?? ''
  if ((sign !== '@' && sign !== '#') || /^\s/.test(query) || /\s\s/.test(query)) return undefined
  const { head } = state.selection
  const from = head - query.length - 1
  const { link } = state.schema.marks
  // A mention that stands there already.
  return link && state.doc.rangeHasMark(from, from + 1, link) ? undefined : { from, to: head, sign, query }
}

function isTyped(tr: Transaction): boolean {
  return tr.docChanged && !isFromYjs(tr) && tr.getMeta('paste') === undefined
}

function takeFullName(view: EditorView, context: PageContext): void {
  if (view.isDestroyed || view.composing) return
  const open = mentions.openIn(view.state)
  if (open?.sign !== '@' || !/\S\s$/.test(open.query)) return
  const [first] = findPersonItems(view.state, context, open)
  if (first && isNamedInFull(open.query, context.factContext().people)) chooseMention(view, context, { open, item: first })
}
