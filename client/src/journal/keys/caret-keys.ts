/**
 * Arrows from one block to the next. The browser takes signs and facts for places a caret can be: going up or down it
 * skips the block or stays where it is, going left or right it gets caught beside them.
 */
import { Extension } from '@tiptap/core'
import { Plugin, Selection, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { blockAtIndex, findBlockAt, type PlacedBlock } from '../blocks/page-blocks.ts'

type Direction = 'up' | 'down' | 'left' | 'right'

const ARROWS: Readonly<Record<string, Direction>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' }

export const CaretKeys = Extension.create({
  name: 'caretKeys',
  priority: 850,

  addProseMirrorPlugins() {
    /** Where going up and down began, kept over short lines as in any text. */
    let column: number | undefined
    const forget = () => {
      column = undefined
    }
    return [
      new Plugin({
        props: {
          handleDOMEvents: { mousedown: forget },
          handleKeyDown: (view, event) => {
            const direction = ARROWS[event.key]
            const isVertical = direction === 'up' || direction === 'down'
            if (!isVertical && event.key !== 'Shift') forget()
            const { selection } = view.state
            if (!direction || event.altKey || !(selection instanceof TextSelection) || (!selection.empty && !event.shiftKey)) return false
            if (!isVertical) return view.endOfTextblock(direction) && moveCaret(view, { direction, isExtending: event.shiftKey })
            if (event.ctrlKey || event.metaKey) return false
            column ??= view.coordsAtPos(selection.head).left
            return view.endOfTextblock(direction) && moveCaret(view, { direction, column, isExtending: event.shiftKey })
          },
        },
      }),
    ]
  },
})

interface Step {
  readonly direction: Direction
  readonly column?: number
  /** The selection grows instead of the caret moving. */
  readonly isExtending: boolean
}

function moveCaret(view: EditorView, { direction, column, isExtending }: Step): boolean {
  const { state } = view
  const isForward = direction === 'down' || direction === 'right'
  const here = findBlockAt(state.doc, state.selection.$head.before(1))
  const next = here && blockAtIndex(state.doc, here.index + (isForward ? 1 : -1))
  if (!next) return false
  const edge = isForward ? next.pos + 1 : next.pos + next.node.nodeSize - 1
  // A divider is selected as a whole.
  if (!next.node.isTextblock) return !isExtending && select(view, Selection.near(state.doc.resolve(next.pos), 1))
  const head = column === undefined ? edge : placeInLine(view, next, { edge, column, isForward })
  return select(view, TextSelection.create(state.doc, isExtending ? state.selection.anchor : head, head))
}

function select(view: EditorView, selection: Selection): boolean {
  view.dispatch(view.state.tr.setSelection(selection).scrollIntoView())
  return true
}

/** The place nearest to the column in the line of the block that one comes to first. */
function placeInLine(
  view: EditorView,
  block: PlacedBlock,
  { edge, column, isForward }: { readonly edge: number; readonly column: number; readonly isForward: boolean },
): number {
  const line = view.coordsAtPos(edge, isForward ? 1 : -1)
  const dom = view.domAtPos(edge).node
  const words = (dom instanceof Element ? dom : dom.parentElement)?.closest('.entry-words, pre, p')?.getBoundingClientRect()
  const left = words ? Math.min(Math.max(column, words.left + 1), words.right - 1) : column
  const found = view.posAtCoords({ left, top: (line.top + line.bottom) / 2 })
  return found && found.pos > block.pos && found.pos < block.pos + block.node.nodeSize ? found.pos : edge
}
