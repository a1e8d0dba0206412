/** Draws changes into the page: new words, removed ones struck, old facts beside the new, and whose they are. Only drawn, never written: nobody else sees them. */
import { Extension } from '@tiptap/core'
import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, Selection, type Transaction } from '@tiptap/pm/state'
import { DecorationSet, type EditorView } from '@tiptap/pm/view'
import type { PageContext } from '../page-context.ts'
import { drawChanges, drawWords, isOfWords } from './draw-changes.ts'
import { type MarkedChanges, NO_CHANGES } from './marked-changes.ts'

interface Drawn {
  readonly changes: MarkedChanges
  readonly decorations: DecorationSet
}

const key = new PluginKey<Drawn>('changeMarks')

export const ChangeMarks = Extension.create<{ readonly context: PageContext | null }>({
  name: 'changeMarks',

  addOptions() {
    return { context: null }
  },

  addProseMirrorPlugins() {
    const { context } = this.options
    if (!context) return []
    return [
      new Plugin<Drawn>({
        key,
        state: {
          init: () => ({ changes: NO_CHANGES, decorations: DecorationSet.empty }),
          apply: (tr, before, old) => {
            const changes = (tr.getMeta(key) as MarkedChanges | undefined) ?? before.changes
            if (changes === before.changes && !tr.docChanged) return before
            const followed = changes === before.changes ? follow(before, tr, old.doc) : undefined
            return { changes, decorations: followed ?? drawChanges(tr.doc, changes, context) }
          },
        },
        props: { decorations: (state) => key.getState(state)?.decorations, handleDOMEvents: { mousedown: placeCaretBefore } },
      }),
    ]
  },
})

/** What is drawn is no word, and a browser puts no caret there: whoever presses it comes to the end of the words before it. */
function placeCaretBefore(view: EditorView, event: MouseEvent): boolean {
  const pressed = event.target instanceof Element ? event.target.closest('.change-note, .change-gone') : null
  if (!pressed || event.button !== 0 || event.shiftKey || !view.editable) return false
  event.preventDefault()
  view.dispatch(view.state.tr.setSelection(Selection.near(view.state.doc.resolve(view.posAtDOM(pressed, 0)), -1)))
  view.focus()
  return true
}

/** Shows these changes from now on. */
export function showChanges(editor: Editor, changes: MarkedChanges): void {
  if (key.getState(editor.state)?.changes === changes) return
  editor.view.dispatch(editor.state.tr.setMeta(key, changes).setMeta('addToHistory', false))
}

/** Brings the change the reader stands at into sight. */
export function scrollToCurrentChange(editor: Editor): void {
  editor.view.dom.querySelector('[data-change-current]')?.scrollIntoView({ block: 'center' })
}

/** A letter in one block moves all marks and changes those of its words: nothing else is drawn anew. `undefined` when more has changed. */
function follow({ changes, decorations }: Drawn, tr: Transaction, old: Node): DecorationSet | undefined {
  if (decorations === DecorationSet.empty) return decorations
  const block = findOnlyChanged(old, tr.doc)
  const moved = block && decorations.map(tr.mapping, tr.doc)
  if (!block || !moved || moved.find().length !== decorations.find().length) return undefined
  const marked = changes.blocks.find((each) => each.block === block.node.attrs['id'])
  if (!marked) return moved
  const stale = moved.find(block.pos, block.pos + block.node.nodeSize, isOfWords)
  return moved.remove(stale).add(tr.doc, drawWords(block.node, block.pos, marked))
}

/** The one block that is not as it was, among as many; it is still the same block. */
function findOnlyChanged(old: Node, now: Node): { readonly node: Node; readonly pos: number } | undefined {
  if (old.childCount !== now.childCount) return undefined
  let found: { readonly node: Node; readonly pos: number } | undefined
  let pos = 0
  for (let index = 0; index < now.childCount; index += 1) {
    const [before, node] = [old.child(index), now.child(index)]
    if (before !== node) {
      if (found || !before.sameMarkup(node) || node.content.size === 0 || before.content.size === 0) return undefined
      found = { node, pos }
    }
    pos += node.nodeSize
  }
  return found
}
