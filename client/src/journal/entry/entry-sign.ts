/** The sign before a structured block; an action's is a box that can be ticked. */
import type { Facts } from '@tandem/shared/document/facts.ts'
import { pageWords } from '../../words/page.ts'
import { toggleDone } from '../facts/fact-writes.ts'
import type { PageContext } from '../page-context.ts'
import { drawSign } from './signs.ts'

export interface Sign {
  readonly dom: HTMLElement
  readonly show: (block: { readonly facts: Facts; readonly text: string }) => void
}

export interface SignOwner {
  readonly context: PageContext
  readonly block: () => string | null
  readonly isEditable: () => boolean
}

export function createSign(kind: string, owner: SignOwner): Sign {
  return kind === 'action' ? createBox(owner) : createPlainSign(kind)
}

function createPlainSign(kind: string): Sign {
  const dom = document.createElement('span')
  prepare(dom, kind)
  dom.setAttribute('role', 'img')
  dom.setAttribute('aria-label', pageWords.signs[kind] ?? kind)
  return { dom, show: () => undefined }
}

function createBox({ context, block, isEditable }: SignOwner): Sign {
  const dom = document.createElement('button')
  dom.type = 'button'
  dom.tabIndex = -1
  prepare(dom, 'action')
  dom.setAttribute('role', 'checkbox')
  // The caret stays where it is while something is ticked off.
  dom.addEventListener('mousedown', (event) => event.preventDefault())
  dom.addEventListener('click', () => {
    const id = block()
    if (id !== null && isEditable()) toggleDone(context.doc, id, context.today())
  })
  return {
    dom,
    show: ({ facts, text }) => {
      const end = facts['end']
      dom.dataset['end'] = typeof end === 'string' ? end : 'open'
      dom.setAttribute('aria-checked', end === 'done' ? 'true' : end === undefined || end === null ? 'false' : 'mixed')
      dom.setAttribute('aria-label', text.trim() || (pageWords.signs['action'] ?? ''))
      dom.toggleAttribute('disabled', !isEditable())
    },
  }
}

function prepare(dom: HTMLElement, kind: string): void {
  dom.className = 'entry-sign'
  dom.contentEditable = 'false'
  const drawing = drawSign(kind)
  if (drawing) dom.append(drawing)
}
