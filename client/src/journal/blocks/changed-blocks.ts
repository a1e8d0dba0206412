/** What differs between two states of a page, without comparing blocks that are the same objects: a keystroke in a long page costs no more than in a short one. */
import type { Node } from '@tiptap/pm/model'

export interface ChangedBlocks {
  readonly old: readonly Node[]
  readonly now: readonly Node[]
}

export function changedBlocks(before: Node, after: Node): ChangedBlocks {
  const shorter = Math.min(before.childCount, after.childCount)
  let start = 0
  while (start < shorter && before.child(start) === after.child(start)) start += 1
  let end = 0
  while (end < shorter - start && before.child(before.childCount - 1 - end) === after.child(after.childCount - 1 - end)) end += 1
  return { old: before.children.slice(start, before.childCount - end), now: after.children.slice(start, after.childCount - end) }
}
