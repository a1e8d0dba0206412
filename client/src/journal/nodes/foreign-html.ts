/** What pasted HTML of other programs is in our kinds. */
import { MAX_INDENT } from '@tandem/shared/document/kinds.ts'

const BLOCKS = 'p, div, h1, h2, h3, h4, h5, h6, ul, ol, li, blockquote, pre, table, hr, section, article'

/** Whether an element only wraps other blocks, which are then read instead of it. */
export function hasBlockInside(element: HTMLElement): boolean {
  return element.querySelector(BLOCKS) !== null
}

export interface ForeignKind {
  readonly kind: string
  readonly indent: number
}

/** The kind and indent a pasted element becomes. */
export function kindOfForeign(element: HTMLElement): ForeignKind {
  const item = element.closest('li')
  if (item) return { kind: listKind(item), indent: listDepth(item) }
  if (element.closest('blockquote')) return { kind: 'quote', indent: 0 }
  const heading = /^H([1-6])$/.exec(element.tagName)
  if (heading) return { kind: `heading${Math.min(Number(heading[1]), 3)}`, indent: 0 }
  return { kind: 'text', indent: 0 }
}

function listKind(item: Element): string {
  if (item.querySelector(':scope > input[type=checkbox], :scope > label > input[type=checkbox]') || item.getAttribute('data-type') === 'taskItem')
    return 'action'
  return item.parentElement?.tagName === 'OL' ? 'numbered' : 'bullet'
}

function listDepth(item: Element): number {
  let depth = -1
  for (let list = item.closest('ul, ol'); list; list = list.parentElement?.closest('ul, ol') ?? null) depth += 1
  return Math.min(Math.max(depth, 0), MAX_INDENT)
}
