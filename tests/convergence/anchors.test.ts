/**
 * @vitest-environment jsdom
 *
 * Random edits of two people around words that threads hang on. Every character typed exists once in the world, so that it can be told where
 * the words of an anchor are: it is on them, or on what became of them, or detached; for both people the same; and never elsewhere.
 */
import { listPages } from '@tandem/shared/document/journal-doc.ts'
import { applyHeard } from '@tandem/shared/document/rescue/heard-update.ts'
import { seedJournal } from '@tandem/shared/document/seed.ts'
import type { PageId } from '@tandem/shared/ids.ts'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { ALL_ACTS, pickAct } from './acts.ts'
import { expectOnItsWords, hangSomewhere, renewed, writeLines } from './hung-threads.ts'
import { createRandom } from './random.ts'
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
    for (const thread of threads) expect(expectOnItsWords(ben, thread), 'the same for both').toEqual(expectOnItsWords(ana, thread))
  } finally {
    ana.close()
    ben.close()
  }
})

function firstPage(start: Uint8Array): PageId {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, start)
  const page = listPages(doc)[0]
  if (!page) throw new Error('The template has no page.')
  return page.id
}

function exchange(one: Writer, other: Writer): void {
  for (let round = 0; round < 2; round += 1) {
    applyHeard(one.doc, Y.encodeStateAsUpdate(other.doc, Y.encodeStateVector(one.doc)), 'network')
    applyHeard(other.doc, Y.encodeStateAsUpdate(one.doc, Y.encodeStateVector(other.doc)), 'network')
  }
}
