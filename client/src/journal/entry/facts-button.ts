/** The quiet line of facts after an entry's words; pressed, it opens the facts for editing. */
import type { Facts } from '@tandem/shared/document/facts.ts'
import type { BlockId } from '@tandem/shared/ids.ts'
import { pageWords } from '../../words/page.ts'
import { factLine } from '../facts/fact-line.ts'
import type { SignOwner } from './entry-sign.ts'

export interface FactsButton {
  readonly dom: HTMLElement
  readonly show: (block: { readonly kind: string; readonly facts: Facts }) => void
}

export function createFactsButton({ context, block, isEditable }: SignOwner): FactsButton {
  const dom = document.createElement('button')
  dom.type = 'button'
  dom.tabIndex = -1
  dom.className = 'entry-facts'
  dom.contentEditable = 'false'
  dom.setAttribute('aria-haspopup', 'dialog')
  dom.addEventListener('mousedown', (event) => event.preventDefault())
  dom.addEventListener('click', () => {
    const id = block()
    if (id !== null && isEditable()) context.screen.openFacts(id as BlockId)
  })
  let shown = ''
  return {
    dom,
    show: ({ kind, facts }) => {
      const parts = factLine(kind, facts, context.factContext())
      const key = JSON.stringify([kind, parts, isEditable()])
      if (key === shown) return
      shown = key
      dom.dataset['known'] = String(parts.length > 0)
      dom.toggleAttribute('disabled', !isEditable())
      dom.replaceChildren(...(parts.length > 0 ? spans(parts) : [pageWords.facts.add[kind] ?? '']))
      const line = parts.map(({ text }) => text).join(pageWords.facts.separator)
      dom.setAttribute('aria-label', pageWords.facts.edit(pageWords.signs[kind] ?? kind, line))
    },
  }
}

function spans(parts: ReturnType<typeof factLine>): (HTMLElement | string)[] {
  return parts.flatMap(({ text, tone }, index) => {
    const span = document.createElement('span')
    span.textContent = text
    span.dataset['tone'] = tone
    return index === 0 ? [span] : [pageWords.facts.separator, span]
  })
}
