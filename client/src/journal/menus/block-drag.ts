/** Dragging blocks by their grip: a line shows between which blocks they will stand, by the height of the pointer alone. */
import type { Editor } from '@tiptap/core'
import { moveTo } from '../blocks/move-blocks.ts'
import { blockAtIndex, findBlockById, type PlacedBlock, selectedBlocks } from '../blocks/page-blocks.ts'
import { childAtHeight } from './child-at-height.ts'

/** Marks a drag as ours for other programs that look at it; the words go along as plain text. */
const TYPE = 'application/x-tandem-blocks'

export interface BlockDrag {
  /** Called while the pointer moves, with where the line is to be drawn from the page's top. */
  readonly onLine: (top: number) => void
  /** Called once, dropped or not. */
  readonly onEnd: () => void
}

/** Begins dragging a block, together with the others when it is among several selected. Listens until the drag ends. */
export function startBlockDrag(editor: Editor, id: string, { event, drag }: { readonly event: globalThis.DragEvent; readonly drag: BlockDrag }): void {
  const block = findBlockById(editor.state.doc, id)
  if (!block || !event.dataTransfer) return
  const ids = blocksWith(editor, block).map(({ node }) => node.attrs['id'] as string)
  const dom = editor.view.nodeDOM(block.pos)
  event.dataTransfer.effectAllowed = 'move'
  event.dataTransfer.setData(TYPE, ids.join(' '))
  event.dataTransfer.setData('text/plain', block.node.textContent)
  if (dom instanceof HTMLElement) event.dataTransfer.setDragImage(dom, 0, 12)

  const stop = new AbortController()
  const listen = { capture: true, signal: stop.signal }
  const over = (moved: globalThis.DragEvent) => {
    const index = indexAt(editor, moved.clientY)
    // Before the editor hears of it: it would show and do what is right for dragged words.
    moved.preventDefault()
    moved.stopPropagation()
    drag.onLine(lineTop(editor, index))
  }
  const drop = (dropped: globalThis.DragEvent) => {
    dropped.preventDefault()
    dropped.stopPropagation()
    dropAt(editor, indexAt(editor, dropped.clientY), ids)
    end()
  }
  const end = () => {
    stop.abort()
    drag.onEnd()
  }
  document.addEventListener('dragover', over, listen)
  document.addEventListener('drop', drop, listen)
  document.addEventListener('dragend', end, listen)
}

function blocksWith(editor: Editor, block: PlacedBlock): readonly PlacedBlock[] {
  const selected = selectedBlocks(editor.state.doc, editor.state.selection)
  return selected.length > 1 && selected.some(({ pos }) => pos === block.pos) ? selected : [block]
}

function dropAt(editor: Editor, index: number, ids: readonly string[]): void {
  const { doc } = editor.state
  // Asked anew: while they were dragged, somebody else may have deleted some of them.
  const blocks = ids.map((id) => findBlockById(doc, id)).filter((block) => block !== undefined)
  const isRow = blocks.every((block, place) => place === 0 || block.index === (blocks[place - 1]?.index ?? 0) + 1)
  const at = blockAtIndex(doc, index)?.pos ?? doc.content.size
  const tr = isRow ? moveTo(editor.state, at, blocks) : undefined
  if (tr) editor.view.dispatch(tr)
  editor.view.focus()
}

/** Before which block a drop at this height goes; the number of blocks for the end. */
function indexAt(editor: Editor, y: number): number {
  const { dom } = editor.view
  const child = childAtHeight(dom, y)
  if (!child) return 0
  const { top, bottom } = child.getBoundingClientRect()
  const index = [...dom.children].indexOf(child)
  return y > (top + bottom) / 2 ? index + 1 : index
}

function lineTop(editor: Editor, index: number): number {
  const { dom } = editor.view
  const before = dom.children[index - 1]?.getBoundingClientRect().bottom
  const after = dom.children[index]?.getBoundingClientRect().top
  const y = before !== undefined && after !== undefined ? (before + after) / 2 : (before ?? after ?? 0)
  return y - dom.getBoundingClientRect().top + dom.offsetTop
}
