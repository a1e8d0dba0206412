/** The little Markdown of comments: bold, italic, code, links and bare addresses. Read into parts; whoever shows them makes text and elements of them, never HTML. Pure. */
import { safeHref } from './safe-href.ts'

export type Part =
  | { readonly kind: 'text' | 'bold' | 'italic' | 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }

const MARKS =
  /`([^`\n]+)`|\*\*(?=\S)([^\n]+?)(?<=\S)\*\*|(?<![\w*])[*_](?=\S)([^\n*_]+?)(?<=\S)[*_](?![\w*])|\[([^\]\n]+)\]\(([^)\s]+)\)|(https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]}])/g

/** The words alone, for a line that only quotes. */
export function wordsOfMarkdown(words: string): string {
  return readLightMarkdown(words, safeHref)
    .map(({ text }) => text)
    .join('')
}

export function readLightMarkdown(words: string, hrefOf: (address: string) => string | undefined): Part[] {
  const parts: Part[] = []
  let at = 0
  for (const match of words.matchAll(MARKS)) {
    if (match.index > at) parts.push({ kind: 'text', text: words.slice(at, match.index) })
    parts.push(partOf(match, hrefOf))
    at = match.index + match[0].length
  }
  if (at < words.length) parts.push({ kind: 'text', text: words.slice(at) })
  return parts
}

function partOf([whole, code, bold, italic, label, address, bare]: RegExpExecArray | RegExpMatchArray, hrefOf: (address: string) => string | undefined): Part {
  if (code !== undefined) return { kind: 'code', text: code }
  if (bold !== undefined) return { kind: 'bold', text: bold }
  if (italic !== undefined) return { kind: 'italic', text: italic }
  const href = hrefOf(address ?? bare ?? '')
  // An address that may not be followed stays what was typed.
  return href ? { kind: 'link', text: label ?? bare ?? '', href } : { kind: 'text', text: whole ?? '' }
}
