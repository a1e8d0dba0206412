/** Dragging a block by its grip. The editor is told what is dragged, so that dropping moves it and its id goes along. */
import type { Editor } from '@tiptap/core'
import { Fragment, Slice } from '@tiptap/pm/model'
import { NodeSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { PlacedBlock } from '../blocks/page-blocks.ts'

/** What the editor keeps of something dragged out of it; `node` is what it deletes when that is dropped elsewhere in the page. */
interface Dragging {
  readonly slice: Slice
  readonly move: boolean
  readonly node?: NodeSelection
}

export function startBlockDrag(editor: Editor, block: PlacedBlock, event: globalThis.DragEvent): void {
  const { view } = editor
  const dom = view.nodeDOM(block.pos)
  if (!event.dataTransfer) return
  event.dataTransfer.effectAllowed = 'move'
  event.dataTransfer.setData('text/plain', block.node.textContent)
  if (dom instanceof HTMLElement) event.dataTransfer.setDragImage(dom, 0, 12)
  const dragging: Dragging = { slice: new Slice(Fragment.from(block.node), 0, 0), move: true, node: NodeSelection.create(view.state.doc, block.pos) }
  ;(view as EditorView & { dragging: Dragging | null }).dragging = dragging
}
