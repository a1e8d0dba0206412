/**
 * @vitest-environment jsdom
 *
 * Random edits of two people around words that threads hang on. Every character typed exists once in the world, so that it can be told where
 * the words of an anchor are: it is on them, or on what became of them, or detached; for both people the same; and never elsewhere.
 */
import { type Anchor, type Placement, QUOTE_LIMIT } from '@tandem/shared/document/anchors/anchor.ts'
import { journalTextOf } from '@tandem/shared/document/anchors/journal-text.ts'
import { anchorOnWords, renewAnchor } from '@tandem/shared/document/anchors/make-anchor.ts'
import { resolveAnchor } from '@tandem/shared/document/anchors/resolve-anchor.ts'
import { listPages } from '@tandem/shared/document/journal-doc.ts'
import { readBlocks } from '@tandem/shared/document/read-blocks.ts'
import { applyHeard } from '@tandem/shared/document/rescue/heard-update.ts'
import { seedJournal } from '@tandem/shared/document/seed.ts'
import type { BlockId, PageId } from '@tandem/shared/ids.ts'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { ALL_ACTS, pickAct } from './acts.ts'
import { createRandom, type Random } from './random.ts'
import { createWriter, type Writer } from './writer.ts'

const STEPS = Number(process.env['STEPS'] ?? 40)
const SEEDS = Array.from({ length: Number(process.env['SEEDS'] ?? 25) }, (_, index) => Number(process.env['FIRST_SEED'] ?? 1) + index)

beforeAll(() => void vi.useFakeTimers())
afterAll(() => void vi.useRealTimers())

test.for(SEEDS)('seed %i: threads are on their words or detached', (seed) => {
  const random = createRandom(seed)
  const start = seedJournal('blank')
  const page = firstPage(start)
  const [ana, ben] = ['Ana', 'Ben'].map((name, place) => createWriter({ name, place, clientId: random.chance(50) ? place + 1 : 9 - place, page, seed: start }))
  if (!ana || !ben) throw new Error('Nobody is here.')
  writeLines(ana, 8)
  exchange(ana, ben)
  const threads = Array.from({ length: 12 }, () => hangSomewhere(ana, page, random))
  try {
    for (let step = 0; step < STEPS; step += 1) {
      const writer = random.pick([ana, ben])
      pickAct(ALL_ACTS, random)(writer, random)
      if (random.chance(15)) exchange(ana, ben)
      if (random.chance(10)) vi.advanceTimersByTime(300)
      if (random.chance(10)) for (const thread of threads) thread.anchor = renewed(writer, thread.anchor)
    }
    for (let round = 0; round < 4; round += 1) {
      exchange(ana, ben)
      vi.advanceTimersByTime(300)
    }
    for (const { anchor, words } of threads) expectRight({ ana, ben, page }, anchor, words)
  } finally {
    ana.close()
    ben.close()
  }
})

interface Scene {
  readonly ana: Writer
  readonly ben: Writer
  readonly page: PageId
}

function expectRight({ ana, ben, page }: Scene, anchor: Anchor, words: string): void {
  const placement = resolveAnchor(journalTextOf(ana.doc), anchor)
  expect(resolveAnchor(journalTextOf(ben.doc), anchor), 'the same for both').toEqual(placement)
  const blocks = readBlocks(ana.doc, page)
  const there = blocks.map(({ text }) => text).join('')
  const now = wordsAt(blocks, placement)
  if (anchor.kind !== 'range') return
  const isWidened = [...words].every((character) => now.includes(character))
  // A few letters by themselves, or words that stood in several places, could be anybody's: those may be detached, and are then listed.
  const isTheirs = there.includes(words) && words.length >= 8 && anchor.quote.others === 0 && !anchor.first
  if (isTheirs && !isWidened) expect(now, 'on its words wherever they are whole').toBe(words)
  if (placement.kind === 'detached') return
  if (!placement.isChanged) expect(now).toBe(words)
  const isOfThem = [...now].some((character) => words.includes(character) || anchor.quote.words.includes(character))
  const isInTheirPlace = placement.pieces.every(({ block }) => block === anchor.block)
  expect(isOfThem || isInTheirPlace, `"${now}" is of "${words}", or has been written in its place`).toBe(true)
}

function wordsAt(blocks: ReturnType<typeof readBlocks>, placement: Placement): string {
  if (placement.kind === 'detached') return ''
  return placement.pieces.map(({ block, from, to }) => blocks.find(({ id }) => id === block)?.text.slice(from, to)).join('')
}

function renewed({ doc }: Writer, anchor: Anchor): Anchor {
  const journal = journalTextOf(doc)
  return renewAnchor(journal, anchor, resolveAnchor(journal, anchor)) ?? anchor
}

function firstPage(start: Uint8Array): PageId {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, start)
  const page = listPages(doc)[0]
  if (!page) throw new Error('The template has no page.')
  return page.id
}

function writeLines({ handle: { editor }, freshCharacter }: Writer, lines: number): void {
  editor.commands.setTextSelection(editor.state.doc.content.size - 1)
  for (let line = 0; line < lines; line += 1) {
    const text = Array.from({ length: 6 + line * 2 }, () => freshCharacter()).join('')
    const { from, to } = editor.state.selection
    editor.view.dispatch(editor.state.tr.insertText(text, from, to))
    editor.view.someProp('handleKeyDown', (handle) => handle(editor.view, new KeyboardEvent('keydown', { key: 'Enter' })))
  }
}

function hangSomewhere({ doc }: Writer, page: PageId, random: Random): { anchor: Anchor; readonly words: string } {
  const blocks = readBlocks(doc, page).filter(({ text }) => text.length > 5)
  const block = random.pick(blocks)
  const from = random.below(block.text.length - 4)
  const to = Math.min(block.text.length, from + 4 + random.below(16))
  const anchor = anchorOnWords(journalTextOf(doc), page, [{ block: block.id as BlockId, from, to }])
  if (!anchor) throw new Error('There are no words.')
  return { anchor, words: block.text.slice(from, to).slice(0, QUOTE_LIMIT) }
}

function exchange(one: Writer, other: Writer): void {
  for (let round = 0; round < 2; round += 1) {
    applyHeard(one.doc, Y.encodeStateAsUpdate(other.doc, Y.encodeStateVector(one.doc)), 'network')
    applyHeard(other.doc, Y.encodeStateAsUpdate(one.doc, Y.encodeStateVector(other.doc)), 'network')
  }
}
