/** Where the mentions of a page are. Read once per block: a block that has not changed is the same object. */
import { type Mention, readMention } from '@tandem/shared/document/mentions.ts'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, TextSelection } from '@tiptap/pm/state'

/** A mention as it stands in its block, counted from the start of its words. */
export interface PlacedMention extends Mention {
  readonly from: number
  readonly to: number
  readonly href: string
  readonly text: string
}

const known = new WeakMap<Node, readonly PlacedMention[]>()
const NONE: readonly PlacedMention[] = []

export function mentionsOf(block: Node): readonly PlacedMention[] {
  const read = known.get(block) ?? readMentions(block)
  known.set(block, read)
  return read
}

/** The mentions of the page, or of those blocks, with their positions in the page. */
export function mentionsIn(doc: Node, isAsked: (block: Node) => boolean = () => true): PlacedMention[] {
  const placed: PlacedMention[] = []
  doc.forEach((block, pos) => {
    if (!isAsked(block)) return
    for (const mention of mentionsOf(block)) placed.push({ ...mention, from: mention.from + pos + 1, to: mention.to + pos + 1 })
  })
  return placed
}

/** The mention that ends at the caret. */
export function mentionBefore({ selection }: EditorState): PlacedMention | undefined {
  if (!(selection instanceof TextSelection) || !selection.empty) return undefined
  const { parent, parentOffset } = selection.$head
  const start = selection.$head.start()
  const mention = mentionsOf(parent).find(({ to }) => to === parentOffset)
  return mention && { ...mention, from: mention.from + start, to: mention.to + start }
}

function readMentions(block: Node): readonly PlacedMention[] {
  if (!block.isTextblock) return NONE
  const mentions: PlacedMention[] = []
  block.forEach((child, offset) => {
    const href = child.marks.find(({ type }) => type.name === 'link')?.attrs['href'] as unknown
    const mention = readMention(href)
    if (!mention || typeof href !== 'string') return
    const last = mentions.at(-1)
    // Bold letters within one do not make two of it.
    if (last?.href === href && last.to === offset)
      mentions[mentions.length - 1] = { ...last, to: offset + child.nodeSize, text: last.text + (child.text ?? '') }
    else mentions.push({ ...mention, href, from: offset, to: offset + child.nodeSize, text: child.text ?? '' })
  })
  return mentions.length > 0 ? mentions : NONE
}
