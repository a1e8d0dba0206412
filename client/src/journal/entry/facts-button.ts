/** The quiet line of facts after an entry's words; pressed, it opens the facts for editing. */
import type { BlockId } from '@tandem/shared/ids.ts'
import { pageWords } from '../../words/page.ts'
import { factLine } from '../facts/fact-line.ts'
import type { BlockNow } from '../page-context.ts'
import { drawVouched } from './draw-vouched.ts'
import type { SignOwner } from './entry-sign.ts'

export interface FactsButton {
  readonly dom: HTMLElement
  readonly show: (block: BlockNow) => void
}

export function createFactsButton({ context, block: idOf, isEditable }: SignOwner): FactsButton {
  const dom = document.createElement('button')
  dom.type = 'button'
  dom.tabIndex = -1
  dom.className = 'entry-facts'
  dom.contentEditable = 'false'
  dom.setAttribute('aria-haspopup', 'dialog')
  dom.addEventListener('mousedown', (event) => event.preventDefault())
  dom.addEventListener('click', () => {
    const id = idOf()
    if (id !== null && !dom.disabled) context.screen.openFacts(id as BlockId)
  })
  let shown = ''
  return {
    dom,
    show: (block) => {
      const { kind, facts } = block
      const vouched = block.text.trim() === '' ? undefined : context.vouchedOf(block)
      const parts = [...factLine(kind, facts, context.factContext()), ...(vouched?.parts ?? [])]
      const isOpenable = isEditable() || vouched !== undefined || (parts.length > 0 && context.mayComment())
      const key = JSON.stringify([kind, parts, vouched, isOpenable])
      if (key === shown) return
      shown = key
      const isKnown = parts.length > 0 || vouched !== undefined
      dom.dataset['known'] = String(isKnown)
      // Who may not write may still look at what was vouched for, say their own yes, and comment.
      dom.toggleAttribute('disabled', !isOpenable)
      dom.replaceChildren(...(parts.length > 0 ? spans(parts) : isKnown ? [] : [pageWords.facts.add[kind] ?? '']), ...(vouched ? drawVouched(vouched) : []))
      const line = [...parts.map(({ text }) => text), ...(vouched ? [vouched.label] : [])].filter(Boolean).join(pageWords.facts.separator)
      const { edit, addTo, add } = pageWords.facts
      const name = pageWords.signs[kind] ?? kind
      dom.setAttribute('aria-label', line ? edit(name, line) : addTo(name, add[kind] ?? ''))
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
