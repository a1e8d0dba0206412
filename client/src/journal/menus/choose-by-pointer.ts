/** Drawing over blocks with the mouse from beside the words chooses them. Over the words themselves it selects words, as anywhere. */
import type { Editor } from '@tiptap/core'
import { chooseBlocks } from '../blocks/chosen-blocks.ts'
import { childAtHeight } from './child-at-height.ts'

/** So far the pointer moves before it is more than a press. */
const SLACK = 5

/** Listens as long as the page is open. Returns how to stop. */
export function startChoosing(editor: Editor): () => void {
  const { dom } = editor.view
  const area = dom.closest('main') ?? dom
  const press = (event: Event) => {
    if (event instanceof PointerEvent && isBesideWords(event, dom)) drawOver(editor, event)
  }
  area.addEventListener('pointerdown', press)
  return () => area.removeEventListener('pointerdown', press)
}

function isBesideWords({ target, button, pointerType, shiftKey, clientX, clientY }: PointerEvent, dom: HTMLElement): boolean {
  if (!(target instanceof HTMLElement) || button !== 0 || pointerType !== 'mouse' || shiftKey) return false
  const words = dom.getBoundingClientRect()
  const isOutside = clientX < words.left || clientX > words.right
  // Nothing that can be pressed, and no words: only the empty space around the page.
  return (
    isOutside &&
    clientY >= words.top &&
    clientY <= words.bottom &&
    (target.contains(dom) || target.closest('.page') !== null) &&
    target.closest('button, a, input') === null
  )
}

function drawOver(editor: Editor, pressed: PointerEvent): void {
  const stop = new AbortController()
  const anchor = blockAt(editor, pressed.clientY)
  if (!anchor) return
  // The browser would draw its own selection along.
  document.addEventListener('selectstart', (event) => event.preventDefault(), { signal: stop.signal })
  const move = (moved: PointerEvent) => {
    const head = Math.abs(moved.clientY - pressed.clientY) < SLACK ? undefined : blockAt(editor, moved.clientY)
    const tr = head && chooseBlocks(editor.state, { anchor, head })
    if (!tr) return
    editor.view.dispatch(tr)
    editor.view.focus()
  }
  document.addEventListener('pointermove', move, { signal: stop.signal })
  for (const end of ['pointerup', 'pointercancel'] as const) document.addEventListener(end, () => stop.abort(), { signal: stop.signal })
}

function blockAt(editor: Editor, y: number): string | undefined {
  const { dom } = editor.view
  const child = childAtHeight(dom, y)
  const id = child && (editor.state.doc.maybeChild([...dom.children].indexOf(child))?.attrs['id'] as unknown)
  return typeof id === 'string' ? id : undefined
}
