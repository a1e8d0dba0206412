/** One seed: a few people, a bad network, many acts; then everybody is back, and everything must be as promised. */
import { listPages } from '@tandem/shared/document/journal-doc.ts'
import { readBlocks } from '@tandem/shared/document/read-blocks.ts'
import { repairBlockIds } from '@tandem/shared/document/repair.ts'
import { seedJournal } from '@tandem/shared/document/seed.ts'
import { journalActs } from '../support/journal-acts.ts'
import { expect, vi } from 'vitest'
import * as Y from 'yjs'
import { ALL_ACTS, LOSSLESS_ACTS, LOSSLESS_ACTS_ON_PAGES, pickAct, redo, SAFE_ACTS, undo } from './acts.ts'
import { BadNetwork, type Network, stateOf } from './bad-network.ts'
import { expectOnItsWords, hangSomewhere, type HungThread, renewed, writeLines } from './hung-threads.ts'
import { createRandom, type Random } from './random.ts'
import { RelayNetwork } from './relay-network.ts'
import { charactersIn, createWriter, type Writer } from './writer.ts'

const NAMES = ['Ana', 'Ben', 'Cleo', 'Dan'] as const
/** Longer than the editor waits before it repairs what others' edits doubled. */
const SETTLED = 300

export interface SeedOptions {
  readonly seed: number
  readonly steps: number
  /**
   * `safe`: only acts that take away nothing but what they mean to. `lossless`: also acts that remake blocks, over a relay as ours is.
   * `pages`: those over two pages, with threads on words, each of which is judged after every act.
   * With all but `all` the loss of a character nobody removed is a failure.
   */
  readonly acts?: 'safe' | 'lossless' | 'pages' | 'all'
}

const ACTS = { safe: SAFE_ACTS, lossless: LOSSLESS_ACTS, pages: LOSSLESS_ACTS_ON_PAGES, all: ALL_ACTS }
const THREADS = 6

/** Runs a seed; throws what does not hold. Needs fake timers and a DOM. */
export function runSeed({ seed, steps, acts = 'all' }: SeedOptions): void {
  const random = createRandom(seed)
  const seeded = seedJournal(random.chance(80) ? 'fresh-start' : 'blank')
  const start = acts === 'pages' ? withSecondPage(seeded) : seeded
  const page = firstPage(start)
  const network = acts === 'lossless' || acts === 'pages' ? new RelayNetwork(random, start) : new BadNetwork(random)
  // Which client id is the smaller decides ties in Yjs: it must not always be the same person.
  const clientIds = random.shuffle([11, 22, 33, 44])
  const writers = NAMES.slice(0, 2 + random.below(3)).map((name, place) => createWriter({ name, place, clientId: clientIds[place] ?? 1, page, seed: start }))
  for (const writer of writers) network.connect(writer.doc)
  const removed = new Set<string>()
  const written = new Set<string>()

  const threads = acts === 'pages' ? hangThreads(writers, { network, page, random }) : []

  try {
    for (let step = 0; step < steps; step += 1) {
      const writer = random.pick(writers)
      const act = pickAct(ACTS[acts], random)
      const before = charactersIn(writer)
      act(writer, random)
      const after = charactersIn(writer)
      const gone = [...before].filter((character) => !after.has(character))
      if (act === undo || act === redo) {
        // What somebody has removed before may go with one's own removal done again, and a copy one pasted with one's paste.
        const taken = gone.filter((character) => !writer.made(character) && !writer.copied.has(character) && !removed.has(character))
        expect(taken, `${writer.name}'s ${act === undo ? 'undo' : 'redo'} took words of others`).toEqual([])
      }
      for (const character of gone) removed.add(character)
      for (const character of after) if (writer.made(character)) written.add(character)
      for (const thread of threads) expectOnItsWords(writer, thread)
      if (threads.length > 0 && random.chance(10)) for (const thread of threads) thread.anchor = renewed(writer, thread.anchor)
      disturb(network, writers, random)
      for (let deliveries = random.below(5); deliveries > 0; deliveries -= 1) network.deliverOne()
      if (random.chance(10)) vi.advanceTimersByTime(SETTLED)
    }
    settle(network)
    for (const { id } of pagesOf(start)) {
      // Who has it open already goes on showing what they show.
      for (const writer of writers) if (writer.handle.context.page !== id) writer.open(id)
      expectAgreement(writers, id)
    }
    for (const thread of threads) for (const writer of writers) expect(expectOnItsWords(writer, thread)).toEqual(expectOnItsWords(writers[0] ?? writer, thread))
    if (acts !== 'all') expectNothingLost(writers, written.difference(removed))
  } finally {
    for (const writer of writers) writer.close()
  }
}

function pagesOf(start: Uint8Array) {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, start)
  return listPages(doc)
}

function firstPage(start: Uint8Array) {
  const page = pagesOf(start)[0]
  if (!page) throw new Error('The template has no page.')
  return page.id
}

function withSecondPage(start: Uint8Array): Uint8Array {
  const doc = new Y.Doc()
  // Of nobody who writes.
  doc.clientID = 5
  Y.applyUpdate(doc, start)
  const { addPage, add } = journalActs(doc)
  add(addPage('Another page'), { kind: 'text', words: '' })
  return Y.encodeStateAsUpdate(doc)
}

/** Everybody has read a few lines of words that exist once, and threads hang on them. */
function hangThreads(writers: readonly Writer[], { network, page, random }: Hanging): HungThread[] {
  const [first] = writers
  if (!first) return []
  writeLines(first, 5)
  settle(network)
  return Array.from({ length: THREADS }, () => hangSomewhere(first, page, random))
}

interface Hanging {
  readonly network: Network
  readonly page: ReturnType<typeof firstPage>
  readonly random: Random
}

function disturb(network: Network, writers: readonly Writer[], random: Random): void {
  if (random.chance(4)) network.cut(random.pick(writers).doc)
  if (random.chance(6)) network.mend(random.pick(writers).doc)
}

/** Everybody hears everything, repairs what they see, and hears of that, until nothing happens any more. */
function settle(network: Network): void {
  for (let round = 0; round < 8; round += 1) {
    const isNews = network.heal()
    vi.advanceTimersByTime(SETTLED)
    if (!isNews && !network.heal()) return
  }
  throw new Error('The documents did not come to rest.')
}

function expectAgreement(writers: readonly Writer[], page: ReturnType<typeof firstPage>): void {
  const [first, ...others] = writers
  if (!first) throw new Error('Nobody is here.')
  const facts = (writer: Writer) => writer.doc.getMap('facts').toJSON()
  for (const other of others) {
    expect(readBlocks(other.doc, page)).toEqual(readBlocks(first.doc, page))
    expect(other.handle.editor.getJSON()).toEqual(first.handle.editor.getJSON())
    expect(facts(other)).toEqual(facts(first))
    expect(stateOf(other.doc)).toBe(stateOf(first.doc))
  }
  for (const writer of writers) {
    const { doc } = writer.handle.editor.state
    doc.check()
    const blocks = readBlocks(writer.doc, page)
    const ids = blocks.map(({ id }) => id)
    expect(ids).not.toContain('')
    expect(new Set(ids).size, 'every block has an id of its own').toBe(ids.length)
    expect(doc.content.content.map((node) => node.textBetween(0, node.content.size, '\n', '\n'))).toEqual(blocks.map(({ text }) => text))
    expect(repairBlockIds(writer.doc), 'nothing is left to repair').toBe(false)
  }
}

function expectNothingLost(writers: readonly Writer[], kept: ReadonlySet<string>): void {
  const [first] = writers
  if (!first) return
  expect([...kept.difference(charactersIn(first))], 'characters nobody removed').toEqual([])
}
