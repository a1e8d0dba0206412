/** Dragging blocks, by mouse or finger: a line shows between which blocks they will stand, by the height of the pointer alone. */
import type { Editor } from '@tiptap/core'
import { moveTo } from '../blocks/move-blocks.ts'
import { blockAtIndex, findBlockById, type PlacedBlock } from '../blocks/page-blocks.ts'
import { actedBlocks } from '../blocks/chosen-blocks.ts'
import { childAtHeight } from './child-at-height.ts'
import { scrollNearEdges } from './scroll-near-edges.ts'

export interface BlockDrag {
  /** Called while the pointer moves, with where the line is to be drawn from the page's top. */
  readonly onLine: (top: number) => void
  /** Called once, dropped or not; not when the press was no drag. */
  readonly onEnd: () => void
}

/** A press moves by a few pixels without meaning to. */
const SLACK = 5

/** From a press on: once the pointer moves, drags the block, together with the others when it is among several chosen or selected. */
export function startBlockDrag(editor: Editor, id: string, { event, drag }: { readonly event: PointerEvent; readonly drag: BlockDrag }): void {
  const stop = new AbortController()
  const listen = { capture: true, signal: stop.signal }
  let dragged: Dragged | undefined

  const move = (moved: PointerEvent) => {
    if (moved.pointerId !== event.pointerId) return
    if (!dragged && Math.hypot(moved.clientX - event.clientX, moved.clientY - event.clientY) < SLACK) return
    dragged ??= pickUp(editor, id)
    if (!dragged) return end()
    moved.preventDefault()
    dragged.ghost.style.translate = `${moved.clientX + 8}px ${moved.clientY + 8}px`
    dragged.scroll.at(moved.clientY)
    drag.onLine(lineTop(editor, indexAt(editor, moved.clientY)))
  }
  const drop = (dropped: PointerEvent) => {
    if (dropped.pointerId !== event.pointerId) return
    if (dragged) {
      dropAt(editor, indexAt(editor, dropped.clientY), dragged.ids)
      // The press that ends a drag is no press on what it began at.
      document.addEventListener('click', swallow, { capture: true, once: true })
      setTimeout(() => document.removeEventListener('click', swallow, { capture: true }))
    }
    end()
  }
  const end = () => {
    stop.abort()
    dragged?.ghost.remove()
    dragged?.scroll.stop()
    if (dragged) drag.onEnd()
  }
  document.addEventListener('pointermove', move, { ...listen, passive: false })
  document.addEventListener('pointerup', drop, listen)
  document.addEventListener('pointercancel', end, listen)
  document.addEventListener(
    'keydown',
    (key) => {
      if (key.key !== 'Escape' || !dragged) return
      key.stopPropagation()
      end()
    },
    listen,
  )
}

interface Dragged {
  readonly ids: readonly string[]
  readonly ghost: HTMLElement
  readonly scroll: ReturnType<typeof scrollNearEdges>
}

function pickUp(editor: Editor, id: string): Dragged | undefined {
  const block = findBlockById(editor.state.doc, id)
  if (!block) return undefined
  const ids = blocksWith(editor, block).map(({ node }) => node.attrs['id'] as string)
  const dom = editor.view.nodeDOM(block.pos)
  const ghost = document.createElement('div')
  ghost.className = 'drag-ghost'
  ghost.setAttribute('aria-hidden', 'true')
  ghost.textContent = block.node.textContent.slice(0, 80) || '…'
  if (ids.length > 1) ghost.dataset['count'] = String(ids.length - 1)
  if (dom instanceof HTMLElement) ghost.style.maxWidth = `${Math.min(dom.clientWidth, 360)}px`
  document.body.append(ghost)
  return { ids, ghost, scroll: scrollNearEdges() }
}

function swallow(click: Event): void {
  click.preventDefault()
  click.stopPropagation()
}

function blocksWith(editor: Editor, block: PlacedBlock): readonly PlacedBlock[] {
  const acted = actedBlocks(editor.state)
  return acted.length > 1 && acted.some(({ pos }) => pos === block.pos) ? acted : [block]
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
