/**
 * Makes block ids unique again after concurrent splits, pastes, moves or merges. Every client repairs the same way, so that
 * repairs that cross on the wire agree: copies are sorted by the Yjs id of their element, the first keeps the id; a later one
 * with the same words is the same block moved twice and is dropped, and so is one that nobody has touched since, when all its words stand in the first, in
 * which somebody went on writing. One with other words becomes a block of its own.
 *
 * The first is never dropped, not even an untouched one for a later copy with more words: who has not heard of those words yet drops the later one at that
 * moment, and with both the words would go. Nor are the new words carried over to it, for everybody who repairs would write them.
 */
import * as Y from 'yjs'
import type { BlockId } from '../ids.ts'
import { readAllFacts, writeFacts } from './facts.ts'
import { listPages, pageFragment } from './journal-doc.ts'
import { elementText, topElements } from './read-blocks.ts'

/** Transactions of a repair carry this origin: they are nobody's edit and stay out of undo. */
export const REPAIR_ORIGIN = 'repair'

/** Repairs all pages. Returns whether anything had to be changed; an unchanged document gets no transaction. */
export function repairBlockIds(doc: Y.Doc): boolean {
  const copiesById = new Map<string, Y.XmlElement[]>()
  for (const page of listPages(doc)) {
    for (const element of topElements(pageFragment(doc, page.id))) {
      const id = element.getAttribute('id')
      if (!id) continue
      const copies = copiesById.get(id)
      if (copies) copies.push(element)
      else copiesById.set(id, [element])
    }
  }
  const doubled = [...copiesById].filter(([, copies]) => copies.length > 1)
  if (doubled.length === 0) return false
  doc.transact(() => {
    const facts = readAllFacts(doc)
    for (const [id, copies] of doubled) separate({ doc, id: id as BlockId, copies, facts: facts.get(id as BlockId) ?? {} })
  }, REPAIR_ORIGIN)
  return true
}

interface Doubled {
  readonly doc: Y.Doc
  readonly id: BlockId
  readonly copies: readonly Y.XmlElement[]
  readonly facts: Readonly<Record<string, string | number | boolean | null>>
}

function separate({ doc, id, copies, facts }: Doubled): void {
  const [first, ...others] = copies.toSorted(byYjsId)
  if (!first) return
  const kept = new Set([look(first)])
  for (const copy of others) {
    if (kept.has(look(copy)) || isUntouchedPartOf(first, copy)) {
      remove(copy)
      continue
    }
    kept.add(look(copy))
    const ownId = derivedId(id, copy)
    copy.setAttribute('id', ownId)
    writeFacts(doc, ownId, facts)
  }
}

/** What makes two copies the same block. The kind is not part of it: of two concurrent turns of one line, one line stays. */
function look(element: Y.XmlElement): string {
  return `${element.nodeName}\n${elementText(element)}`
}

function isUntouchedPartOf(first: Y.XmlElement, copy: Y.XmlElement): boolean {
  return copy.nodeName === first.nodeName && standIn(elementText(first), elementText(copy)) && nothingWasTakenFrom(copy)
}

/** Whether all characters of the one are among those of the other, in their order. */
function standIn(words: string, sought: string): boolean {
  let found = 0
  for (let at = 0; at < words.length && found < sought.length; at += 1) if (words[at] === sought[found]) found += 1
  return found === sought.length
}

/** Whether nobody has removed anything from it: what was removed from one copy must not return with the words of another. */
function nothingWasTakenFrom(element: Y.XmlElement | Y.XmlText): boolean {
  for (let item = element._start; item; item = item.right) {
    if (item.deleted) return false
    const inside: unknown = item.content.getContent()[0]
    if (inside instanceof Y.XmlText && !nothingWasTakenFrom(inside)) return false
  }
  return true
}

function yjsId(element: Y.XmlElement): { client: number; clock: number } {
  const item = element._item
  return item ? item.id : { client: 0, clock: 0 }
}

function byYjsId(a: Y.XmlElement, b: Y.XmlElement): number {
  const x = yjsId(a)
  const y = yjsId(b)
  return x.client - y.client || x.clock - y.clock
}

/** The id a copy gets: the same on every client, and its own however often it is repaired. */
function derivedId(id: BlockId, copy: Y.XmlElement): BlockId {
  const { client, clock } = yjsId(copy)
  return `${id.slice(0, 20)}-${client.toString(36)}-${clock.toString(36)}` as BlockId
}

function remove(element: Y.XmlElement): void {
  const parent = element.parent as Y.XmlFragment | null
  if (!parent) return
  const index = parent.toArray().indexOf(element)
  if (index >= 0) parent.delete(index, 1)
}
