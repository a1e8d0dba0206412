/** Where highlights are on the screen, from the top of the window. Asks the browser for its layout: only when nothing is being typed. */
import type { Editor } from '@tiptap/core'
import { listHighlights } from './highlights.ts'

/**
 * In and near the window exactly, line by line; further away by the block: the browser has not laid out the lines there, and to ask where they
 * are would make it do so for the whole page.
 */
export function measureHighlights(editor: Editor): ReadonlyMap<string, number> {
  const tops = new Map<string, number>()
  if (editor.isDestroyed) return tops
  const elements = new Map([...editor.view.dom.children].map((element) => [element.getAttribute('data-id') ?? '', element]))
  const placed = new Map<string, DOMRect>()
  for (const { id, block, isBlock } of listHighlights(editor.state)) {
    const element = elements.get(block)
    if (!element || tops.has(id)) continue
    const box = placed.get(block) ?? element.getBoundingClientRect()
    placed.set(block, box)
    const isNear = box.bottom > -innerHeight && box.top < 2 * innerHeight
    const line = isNear && !isBlock ? element.querySelector(`[data-thread="${CSS.escape(id)}"]`)?.getClientRects()[0] : undefined
    tops.set(id, line?.top ?? box.top)
  }
  return tops
}

/** Long enough after the last keystroke that a line which wrapped has come to rest. */
const REST = 160

/** Calls back when words may stand elsewhere on the screen. Returns how to stop. */
export function onHighlightsMoved(editor: Editor, listener: () => void): () => void {
  if (editor.isDestroyed) return () => undefined
  const { dom } = editor.view
  let timer: ReturnType<typeof setTimeout> | undefined
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(listener, REST)
  }
  let frame = 0
  // What comes near is measured line by line before it is seen.
  const scrolled = () => {
    frame ||= requestAnimationFrame(() => {
      frame = 0
      listener()
    })
  }
  const resized = new ResizeObserver(soon)
  resized.observe(dom)
  editor.on('transaction', soon)
  window.addEventListener('scroll', scrolled, { capture: true, passive: true })
  return () => {
    clearTimeout(timer)
    cancelAnimationFrame(frame)
    resized.disconnect()
    editor.off('transaction', soon)
    window.removeEventListener('scroll', scrolled, { capture: true })
  }
}
