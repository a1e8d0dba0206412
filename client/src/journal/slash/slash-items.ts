/** What the slash menu offers, and in which order for what was typed. */
import { pageWords } from '../../words/page.ts'
import { FILE_KIND } from '../files/put-file.ts'
import { QUICK_KINDS } from '../keys/markdown-shortcuts.ts'

export type SlashGroup = 'mentorship' | 'text' | 'headings' | 'lists'

export interface SlashItem {
  readonly kind: string
  readonly group: SlashGroup
  /** Further words that find it. */
  readonly also: readonly string[]
  /** What can be typed for it at the start of a line, or after a slash. */
  readonly shortcut?: string
}

export const SLASH_ITEMS: readonly SlashItem[] = [
  { kind: 'action', group: 'mentorship', also: ['todo', 'task', 'to do'], shortcut: '/a' },
  { kind: 'goal', group: 'mentorship', also: ['aim', 'theme'], shortcut: '/g' },
  { kind: 'expectation', group: 'mentorship', also: ['expect'], shortcut: '/e' },
  { kind: 'topic', group: 'mentorship', also: ['talk', 'agenda', 'question'], shortcut: '/t' },
  { kind: 'text', group: 'text', also: ['paragraph', 'plain'] },
  { kind: 'quote', group: 'text', also: ['citation'], shortcut: '>' },
  { kind: 'codeBlock', group: 'text', also: ['pre'], shortcut: '```' },
  { kind: 'divider', group: 'text', also: ['line', 'rule', 'hr'], shortcut: '---' },
  { kind: FILE_KIND, group: 'text', also: ['image', 'picture', 'photo', 'attachment', 'upload', 'bild', 'foto', 'anhang'] },
  { kind: 'heading1', group: 'headings', also: ['h1', 'title'], shortcut: '#' },
  { kind: 'heading2', group: 'headings', also: ['h2', 'section'], shortcut: '##' },
  { kind: 'heading3', group: 'headings', also: ['h3'], shortcut: '###' },
  { kind: 'bullet', group: 'lists', also: ['ul', 'list'], shortcut: '-' },
  { kind: 'numbered', group: 'lists', also: ['ol', 'list', 'ordered'], shortcut: '1.' },
]

/** What a line can be turned into. */
export const TURN_ITEMS = SLASH_ITEMS.filter(({ kind }) => kind !== 'divider' && kind !== FILE_KIND)

/** The items that fit what was typed after the slash: those that begin so first, in their own order. A quick letter comes first of all. */
export function findSlashItems(query: string): readonly SlashItem[] {
  const typed = query.trim().toLowerCase()
  if (typed === '') return SLASH_ITEMS
  return SLASH_ITEMS.map((item, order) => ({ item, rank: rankOf(item, typed), order }))
    .filter(({ rank }) => rank < NO_FIT)
    .toSorted((a, b) => a.rank - b.rank || a.order - b.order)
    .map(({ item }) => item)
}

const NO_FIT = 3

function rankOf(item: SlashItem, typed: string): number {
  if (QUICK_KINDS[typed] === item.kind) return 0
  const names = [(pageWords.kinds[item.kind] ?? item.kind).toLowerCase(), item.kind.toLowerCase(), ...item.also]
  if (names.some((name) => name.startsWith(typed))) return 1
  return names.some((name) => name.includes(typed)) ? 2 : NO_FIT
}
