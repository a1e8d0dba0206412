/**
 * Every block this person makes gets an id, and copies they paste get ids of their own. Only their own transactions are
 * judged: what others did concurrently is repaired by shared/document/repair.ts, the same way on every client.
 */
import { Extension } from '@tiptap/core'
import { Fragment, type Node, Slice } from '@tiptap/pm/model'
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { newBlockId } from '@tandem/shared/ids.ts'
import { changedBlocks } from './changed-blocks.ts'

export interface BlockCopy {
  readonly from: string
  readonly to: string
}

export interface BlockIdsOptions {
  /** Whether a block with this id stands on another page of this journal. */
  readonly standsElsewhere: (id: string) => boolean
  /** Whether this journal knows the id: a block of it has it, or had it until it was cut. */
  readonly isKnown: (id: string) => boolean
  /** Told which ids left the page by this person's own hand. */
  readonly onRemoved: (ids: readonly string[]) => void
  /** Told which blocks are copies, so that their facts are copied too. */
  readonly onCopied: (copies: readonly BlockCopy[]) => void
}

const key = new PluginKey('blockIds')

export const BlockIds = Extension.create<BlockIdsOptions, { copies: readonly BlockCopy[] }>({
  name: 'blockIds',
  // After every other plugin that may add blocks.
  priority: 1,

  addOptions() {
    return { standsElsewhere: () => false, isKnown: () => true, onRemoved: () => undefined, onCopied: () => undefined }
  },

  addStorage() {
    return { copies: [] }
  },

  onTransaction() {
    // Only now do the copies stand in the Y.Doc.
    const { copies } = this.storage
    this.storage.copies = []
    if (copies.length > 0) this.options.onCopied(copies)
  },

  addProseMirrorPlugins() {
    const { storage } = this
    const { standsElsewhere, isKnown, onRemoved } = this.options
    return [
      new Plugin({
        key,
        props: { transformPasted: (slice) => forgetForeignIds(slice, isKnown) },
        appendTransaction: (transactions, before, after) => {
          if (!transactions.some((tr) => tr.docChanged) || transactions.some(isFromYjs) || keepsItsBlocks(before.doc, after.doc)) return null
          const { tr, copies } = giveIds({ before: before.doc, tr: after.tr, transactions, standsElsewhere })
          reportRemoved(before.doc, tr.doc, onRemoved)
          if (!transactions.some(isSplit)) storage.copies = [...storage.copies, ...copies]
          return tr.docChanged ? tr : null
        },
      }),
    ]
  },
})

/** Marks a transaction whose doubled blocks are parts and not copies, so that facts stay with the first. */
export function asSplit(tr: Transaction): Transaction {
  return tr.setMeta(key, 'split')
}

function isSplit(tr: Transaction): boolean {
  return tr.getMeta(key) === 'split'
}

/** Whether a transaction shows what came out of the Y.Doc: others' edits, undo, repairs. */
export function isFromYjs(tr: Transaction): boolean {
  const change = tr.getMeta(ySyncPluginKey) as { readonly isChangeOrigin?: boolean } | undefined
  return change?.isChangeOrigin === true
}

interface Giving {
  readonly before: Node
  readonly tr: Transaction
  readonly transactions: readonly Transaction[]
  readonly standsElsewhere: (id: string) => boolean
}

function giveIds({ before, tr, transactions, standsElsewhere }: Giving): { tr: Transaction; copies: BlockCopy[] } {
  const { doc } = tr
  const old = countIds(before)
  const counts = countIds(doc)
  // A copy pasted above its original must not take the original's id, so doubled ids stay where their block was.
  const places = [...counts.values()].some((count) => count > 1) ? placesOf(before, transactions) : NO_PLACES
  const seen = new Set<string>()
  const copies: BlockCopy[] = []
  doc.forEach((node, pos) => {
    const id = node.attrs['id'] as string | null
    const isOriginal = id !== null && !seen.has(id) && ((counts.get(id) ?? 0) < 2 || (places.get(id) ?? pos) === pos)
    if (isOriginal && (old.has(id) || !standsElsewhere(id))) {
      seen.add(id)
      return
    }
    const fresh = newBlockId()
    if (id !== null) copies.push({ from: id, to: fresh })
    tr.setNodeAttribute(pos, 'id', fresh)
  })
  return { tr, copies }
}

const NO_PLACES: ReadonlyMap<string, number> = new Map()

/** Where the blocks of the old document are now; those that were deleted are left out. */
function placesOf(before: Node, transactions: readonly Transaction[]): Map<string, number> {
  const places = new Map<string, number>()
  before.forEach((node, pos) => {
    let place = pos
    for (const { mapping } of transactions) {
      const mapped = mapping.mapResult(place, 1)
      if (mapped.deletedAfter) return
      place = mapped.pos
    }
    const id = node.attrs['id'] as string | null
    if (id !== null && !places.has(id)) places.set(id, place)
  })
  return places
}

/** Whether every block is where it was, under its id: so it is after most keystrokes. */
function keepsItsBlocks(before: Node, after: Node): boolean {
  const { old, now } = changedBlocks(before, after)
  return old.length === now.length && now.every((node, index) => node.attrs['id'] !== null && node.attrs['id'] === old[index]?.attrs['id'])
}

function reportRemoved(before: Node, after: Node, onRemoved: (ids: readonly string[]) => void): void {
  if (before.childCount <= after.childCount) return
  const now = countIds(after)
  const removed = [...countIds(before).keys()].filter((id) => !now.has(id))
  if (removed.length > 0) onRemoved(removed)
}

function forgetForeignIds(slice: Slice, isKnown: (id: string) => boolean): Slice {
  const blocks: Node[] = []
  slice.content.forEach((node) => {
    const id = node.attrs['id'] as string | null | undefined
    blocks.push(typeof id === 'string' && !isKnown(id) ? node.type.create({ ...node.attrs, id: null }, node.content, node.marks) : node)
  })
  return new Slice(Fragment.from(blocks), slice.openStart, slice.openEnd)
}

function countIds(doc: Node): Map<string, number> {
  const counts = new Map<string, number>()
  doc.forEach((node) => {
    const id = node.attrs['id'] as unknown
    if (typeof id === 'string') counts.set(id, (counts.get(id) ?? 0) + 1)
  })
  return counts
}
