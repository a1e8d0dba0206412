/**
 * Writes a new state of the page into its fragment, block by block: a block is the Yjs element that bears its id. The
 * binding's own writing goes by position and, with few blocks, lets elements swap ids and words, which tears concurrent edits apart.
 */
import type { Node } from '@tiptap/pm/model'
import { type ProsemirrorBinding, updateYFragment } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { matchBlocks } from './match-blocks.ts'

/** Makes the fragment say what the page says, with as few changes as there are. Runs inside the caller's transaction. */
export function writeBlocks(binding: ProsemirrorBinding, page: Node): void {
  const fragment = binding.type
  const elements = fragment.toArray() as Y.XmlElement[]
  const blocks = page.children
  const { start, oldEnd, newEnd } = changedRange(binding, elements, blocks)
  const old = elements.slice(start, oldEnd)
  const now = blocks.slice(start, newEnd)
  const places = new Map(old.map((element, index) => [binding.mapping.get(element), index]))
  const matched = matchBlocks(
    old.map((element) => ({ id: element.getAttribute('id') ?? null, node: element.nodeName })),
    now.map((block) => ({ id: block.attrs['id'] as string | null, node: block.type.name, unchanged: places.get(block) })),
  )
  remove(binding, { fragment, start, old, kept: new Set(matched) })
  now.forEach((block, place) => {
    const index = matched[place]
    const element = index === undefined ? insert(fragment, start + place, block) : old[index]
    if (element && binding.mapping.get(element) !== block) write(binding, element, block)
  })
  binding.mapping.set(fragment, page)
}

function changedRange(binding: ProsemirrorBinding, elements: readonly Y.XmlElement[], blocks: readonly Node[]) {
  const isSame = (element: Y.XmlElement | undefined, block: Node | undefined) => element !== undefined && binding.mapping.get(element) === block
  const shorter = Math.min(elements.length, blocks.length)
  let start = 0
  while (start < shorter && isSame(elements[start], blocks[start])) start += 1
  let end = 0
  while (end < shorter - start && isSame(elements[elements.length - 1 - end], blocks[blocks.length - 1 - end])) end += 1
  return { start, oldEnd: elements.length - end, newEnd: blocks.length - end }
}

interface Removing {
  readonly fragment: Y.XmlFragment
  readonly start: number
  readonly old: readonly Y.XmlElement[]
  readonly kept: ReadonlySet<number | undefined>
}

function remove(binding: ProsemirrorBinding, { fragment, start, old, kept }: Removing): void {
  for (let index = old.length - 1; index >= 0; index -= 1) {
    const element = old[index]
    if (kept.has(index) || !element) continue
    binding.mapping.delete(element)
    fragment.delete(start + index, 1)
  }
}

function insert(fragment: Y.XmlFragment, at: number, block: Node): Y.XmlElement {
  const element = new Y.XmlElement(block.type.name)
  fragment.insert(at, [element])
  // Words need somewhere to go from the start: two people who begin in one empty block would else make a text each.
  if (block.isTextblock) element.insert(0, [new Y.XmlText()])
  return element
}

function write(binding: ProsemirrorBinding, element: Y.XmlElement, block: Node): void {
  // Attributes of a newer program are not in the schema; they stay as they are.
  const unknown = Object.entries(element.getAttributes()).filter(([name]) => !(name in block.attrs))
  updateYFragment(binding.doc, element, { type: block.type, content: block.content, attrs: { ...Object.fromEntries(unknown), ...block.attrs } }, binding)
  binding.mapping.set(element, block)
}
