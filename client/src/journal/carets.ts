/** Where the others are writing: a thin caret in their colour, their name for a moment after it moved, and what they have selected. */
import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { DecorationSet } from '@tiptap/pm/view'
import { yCursorPlugin, yCursorPluginKey } from '@tiptap/y-tiptap'
import type { EditorState } from '@tiptap/pm/state'
import type { Awareness } from 'y-protocols/awareness'
import { personColour } from '../ui/hue.ts'
import type { PlacedBlock } from './blocks/page-blocks.ts'
import { tellingAfterPaint } from './telling-after-paint.ts'

interface CaretUser {
  readonly name?: unknown
  readonly hue?: unknown
  readonly color?: unknown
}

interface AwarenessChange {
  readonly added: readonly number[]
  readonly updated: readonly number[]
  readonly removed: readonly number[]
}

const NAME_SHOWN = 2_400

export const OthersCarets = Extension.create<{ readonly awareness: Awareness | null }>({
  name: 'othersCarets',
  priority: 999,

  addOptions() {
    return { awareness: null }
  },

  addProseMirrorPlugins() {
    const { awareness } = this.options
    if (!awareness) return []
    const carets = yCursorPlugin(tellingAfterPaint(awareness), {
      cursorBuilder: drawCaret,
      selectionBuilder: (user) => ({ class: 'others-selection', style: `--person: ${colourOf(user)}` }),
    }) as Plugin
    return [carets, onlyOthersMove(awareness), namesOfMovedCarets(awareness)]
  },
})

/** The name is an attribute and not text: a block's words must not contain who is reading them. */
function drawCaret(user: CaretUser, connection: number): HTMLElement {
  const caret = document.createElement('span')
  caret.className = 'others-caret'
  caret.setAttribute('aria-hidden', 'true')
  caret.dataset['connection'] = String(connection)
  caret.dataset['name'] = typeof user.name === 'string' ? user.name : ''
  caret.style.setProperty('--person', colourOf(user))
  const flag = document.createElement('span')
  flag.className = 'others-flag'
  flag.dataset['name'] = caret.dataset['name']
  caret.append(flag)
  showName(flag)
  return caret
}

function colourOf({ hue, color }: CaretUser): string {
  if (typeof hue === 'number' && Number.isInteger(hue) && hue >= 0) return personColour(hue)
  return typeof color === 'string' && /^#[0-9a-f]{6}$/i.test(color) ? color : personColour(0)
}

/** The carets are drawn anew whenever any of them has moved. One's own is not among them, and moves with every keystroke. */
function onlyOthersMove(awareness: Awareness): Plugin {
  let haveMoved = false
  return new Plugin({
    view: () => {
      const note = ({ added, updated, removed }: AwarenessChange) => {
        haveMoved ||= [...added, ...updated, ...removed].some((connection) => connection !== awareness.clientID)
      }
      awareness.on('change', note)
      return { destroy: () => awareness.off('change', note) }
    },
    filterTransaction: (tr) => {
      if (tr.getMeta(yCursorPluginKey) === undefined) return true
      const isNews = haveMoved
      haveMoved = false
      return isNews
    },
  })
}

function namesOfMovedCarets(awareness: Awareness): Plugin {
  return new Plugin({
    view: (view) => {
      const show = ({ added, updated }: AwarenessChange) => {
        for (const connection of [...added, ...updated]) {
          if (connection === awareness.clientID) continue
          const flag = view.dom.querySelector<HTMLElement>(`.others-caret[data-connection="${connection}"] > .others-flag`)
          if (flag) showName(flag)
        }
      }
      awareness.on('change', show)
      return { destroy: () => awareness.off('change', show) }
    },
  })
}

/** What lets a name be seen for a moment. Asking the flag for its animations would lay the whole page out, at every keystroke of the other. */
const shown = new WeakMap<HTMLElement, Animation>()

function showName(flag: HTMLElement): void {
  // Asked when the browser lays the page out anyway.
  globalThis.requestAnimationFrame?.(() => turnFromEdge(flag))
  const running = shown.get(flag)
  if (running) {
    running.currentTime = 0
    running.play()
    return
  }
  const animation = flag.animate?.([{ opacity: 1 }, { opacity: 1, offset: 0.85 }, { opacity: 0 }], { duration: NAME_SHOWN })
  if (animation) shown.set(flag, animation)
}

/** At the page's edge the name turns to the other side. */
function turnFromEdge(flag: HTMLElement): void {
  const caret = flag.parentElement
  if (!caret) return
  const isAtEdge = caret.getBoundingClientRect().left + flag.offsetWidth > document.documentElement.clientWidth - 4
  if (isAtEdge === (flag.dataset['side'] === 'left')) return
  if (isAtEdge) flag.dataset['side'] = 'left'
  else delete flag.dataset['side']
}

/** Whether somebody else has their caret in this block. */
export function isBusy(state: EditorState, { pos, node }: PlacedBlock): boolean {
  const carets = yCursorPluginKey.getState(state) as DecorationSet | undefined
  return (carets?.find(pos + 1, pos + node.nodeSize - 1).length ?? 0) > 0
}

/** Scrolls to where a connection is writing on this page and shows its name. False when it has no caret here. */
export function showCaret(root: HTMLElement, connection: number): boolean {
  const flag = root.querySelector<HTMLElement>(`.others-caret[data-connection="${connection}"] > .others-flag`)
  if (!flag) return false
  flag.scrollIntoView({ block: 'center', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' })
  showName(flag)
  return true
}
