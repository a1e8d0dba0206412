/** Doubled ids are repaired the same way on every client, whatever crosses on the wire. */
import * as prng from 'lib0/prng'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { BlockId, PageId } from '../ids.ts'
import { readFacts, writeFacts } from './facts.ts'
import { addPage, pageFragment } from './journal-doc.ts'
import { readBlocks, topElements } from './read-blocks.ts'
import { REPAIR_ORIGIN, repairBlockIds } from './repair.ts'

const page = 'page' as PageId

function docOf(client: number): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = client
  return doc
}

function newJournal(): Y.Doc {
  const doc = docOf(1)
  addPage(doc, page, { kind: 'note', title: 'Page' })
  return doc
}

function write(doc: Y.Doc, id: string, text: string, index = 0): void {
  const element = new Y.XmlElement('entry')
  element.setAttribute('id', id)
  element.insert(0, [new Y.XmlText(text)])
  pageFragment(doc, page).insert(index, [element])
}

function exchange(docs: readonly Y.Doc[]): void {
  for (const from of docs) for (const to of docs) if (from !== to) Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)))
}

test('a block moved by two people at once stays one block', () => {
  const ana = newJournal()
  write(ana, 'rota', 'Ask Sam')
  write(ana, 'other', 'Other')
  const ben = docOf(2)
  exchange([ana, ben])
  for (const doc of [ana, ben]) {
    pageFragment(doc, page).delete(1, 1)
    write(doc, 'rota', 'Ask Sam', 0)
  }
  exchange([ana, ben])
  expect(readBlocks(ana, page)).toHaveLength(3)
  expect(repairBlockIds(ana)).toBe(true)
  repairBlockIds(ben)
  exchange([ana, ben])
  for (const doc of [ana, ben]) expect(readBlocks(doc, page).map(({ text }) => text)).toEqual(['Ask Sam', 'Other'])
})

/** One block moved by two at once: the first copy by Yjs id is Ana's, the later one Ben's. */
function movedByTwo(): { readonly doc: Y.Doc; readonly first: Y.XmlText; readonly later: Y.XmlText } {
  const ana = newJournal()
  const ben = docOf(2)
  exchange([ana, ben])
  write(ana, 'rota', 'Ask Sam')
  write(ben, 'rota', 'Ask Sam')
  exchange([ana, ben])
  const copies = topElements(pageFragment(ana, page)).toSorted((a, b) => (a._item?.id.client ?? 0) - (b._item?.id.client ?? 0))
  const [first, later] = copies.map((copy) => copy.get(0) as Y.XmlText)
  if (!first || !later) throw new Error('There are not two.')
  return { doc: ana, first, later }
}

const wordsIn = (doc: Y.Doc) => readBlocks(doc, page).map(({ text }) => text)

test('a copy nobody has touched goes when somebody went on writing in the first', () => {
  const { doc, first } = movedByTwo()
  first.insert(7, ' on Friday')
  repairBlockIds(doc)
  expect(wordsIn(doc)).toEqual(['Ask Sam on Friday'])
})

test.for([
  ['the later copy was written in', ({ later }) => later.insert(7, ' today')],
  ['both were', ({ first, later }) => (first.insert(7, ' on Friday'), later.insert(7, ' today'))],
  ['words were taken from the first', ({ first }) => first.delete(0, 4)],
  ['words were taken from the later one', ({ first, later }) => (first.insert(7, ' on Friday'), later.delete(0, 4))],
] satisfies [string, (moved: ReturnType<typeof movedByTwo>) => void][])('both copies stay when %s', ([, happen]) => {
  const moved = movedByTwo()
  happen(moved)
  repairBlockIds(moved.doc)
  expect(wordsIn(moved.doc)).toHaveLength(2)
})

test('copies with other words become blocks of their own and keep the facts', () => {
  const doc = newJournal()
  write(doc, 'rota', 'Ask Sam')
  write(doc, 'rota', 'Ask Priya')
  writeFacts(doc, 'rota' as BlockId, { owner: 'ana' })
  repairBlockIds(doc)
  const blocks = readBlocks(doc, page)
  expect(blocks.map(({ text }) => text)).toEqual(['Ask Priya', 'Ask Sam'])
  expect(new Set(blocks.map(({ id }) => id)).size).toBe(2)
  for (const { id } of blocks) expect(readFacts(doc, id as BlockId)).toEqual({ owner: 'ana' })
})

test('a document without doubled ids gets no transaction, and a repair is nobody’s edit', () => {
  const doc = newJournal()
  write(doc, 'rota', 'Ask Sam')
  const origins: unknown[] = []
  doc.on('afterTransaction', (transaction: Y.Transaction) => origins.push(transaction.origin))
  expect(repairBlockIds(doc)).toBe(false)
  expect(origins).toEqual([])
  write(doc, 'rota', 'Ask Sam')
  repairBlockIds(doc)
  expect(origins.at(-1)).toBe(REPAIR_ORIGIN)
})

test('doubled ids across pages are repaired too', () => {
  const doc = newJournal()
  addPage(doc, 'next' as PageId, { kind: 'note', title: 'Next' })
  write(doc, 'rota', 'Ask Sam')
  const element = new Y.XmlElement('entry')
  element.setAttribute('id', 'rota')
  pageFragment(doc, 'next' as PageId).insert(0, [element])
  expect(repairBlockIds(doc)).toBe(true)
  expect(readBlocks(doc, 'next' as PageId)[0]?.id).not.toBe('rota')
})

/** One random act of a person: what a paste, a move, a split, a keystroke, a deletion do to a page, or a repair in between. */
function act(doc: Y.Doc, random: prng.PRNG): void {
  const fragment = pageFragment(doc, page)
  const elements = topElements(fragment)
  const index = prng.int31(random, 0, Math.max(0, elements.length - 1))
  const element = elements[index]
  const choice = prng.int31(random, 0, 5)
  if (!element || choice === 0) return write(doc, `block-${prng.int31(random, 0, 3)}`, prng.word(random, 0, 3), index)
  const id = element.getAttribute('id') ?? ''
  const words = element.get(0)
  switch (choice) {
    case 1: // a move: the same block again, elsewhere
      doc.transact(() => {
        const text = words instanceof Y.XmlText ? words.toString() : ''
        fragment.delete(index, 1)
        write(doc, id, text, prng.int31(random, 0, elements.length - 1))
      })
      return
    case 2: // a split that kept the id
      return write(doc, id, prng.word(random, 0, 2), index)
    case 3:
      if (words instanceof Y.XmlText) words.insert(prng.int31(random, 0, words.length), prng.letter(random))
      return
    case 4:
      return fragment.delete(index, 1)
    default:
      repairBlockIds(doc)
  }
}

test('whatever people do at once, repairs converge, leave no doubled id, and change nothing a second time', () => {
  for (let seed = 1; seed <= 150; seed += 1) {
    const random = prng.create(seed)
    const docs = [newJournal(), docOf(2), docOf(3)]
    exchange(docs)
    for (let step = 0; step < 60; step += 1) {
      const doc = docs[prng.int31(random, 0, 2)]
      if (doc) act(doc, random)
      if (prng.int31(random, 0, 4) === 0) exchange(docs.filter(() => prng.bool(random)))
    }
    // Everybody is back: each repairs what they see, and hears of the others' repairs in between.
    for (let round = 0; round < 4; round += 1) {
      exchange(docs)
      for (const doc of docs) repairBlockIds(doc)
    }
    const [first, ...others] = docs.map((doc) => JSON.stringify(readBlocks(doc, page)))
    for (const other of others) expect(other, `seed ${seed}`).toBe(first)
    for (const doc of docs) {
      const ids = readBlocks(doc, page).map(({ id }) => id)
      expect(new Set(ids).size, `seed ${seed}`).toBe(ids.length)
      expect(repairBlockIds(doc), `seed ${seed}`).toBe(false)
    }
  }
})
