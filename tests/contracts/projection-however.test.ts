/** Rows made in many passes are the rows made from scratch, whatever people did and whatever came between. */
import { compact } from '@tandem/server/log/compaction.ts'
import { createSnapshotter } from '@tandem/server/log/snapshotter.ts'
import { PAUSE } from '@tandem/server/projection/change-groups.ts'
import { listPages } from '@tandem/shared/document/journal-doc.ts'
import { readBlocks } from '@tandem/shared/document/read-blocks.ts'
import type { BlockId, PersonId } from '@tandem/shared/ids.ts'
import { expect, onTestFinished, test } from 'vitest'
import { createRandom, type Random } from '../convergence/random.ts'
import { type JournalWriter, journalWriters } from './journal-writers.ts'
import { newProjector, type ProjectionScene, projectionScene } from './projection-scene.ts'
import { ANA, BEN } from './store.ts'

const CLEO = 'cleo' as PersonId
/** Later than anything these people write. */
const FAR = 1_000_000_000
const KINDS = ['text', 'heading2', 'action', 'goal', 'topic']
const WORDS = ['', 'Draft the RFC', 'Draft the RFCs', 'Ask Sam', 'Lead the migration', 'Lead the migrations', 'Ship it']

/** One thing somebody does, wherever it is possible. */
function act(writer: JournalWriter, random: Random): void {
  const pages = listPages(writer.doc)
  const page = pages.length > 0 ? random.pick(pages).id : writer.addPage('First')
  const blocks = readBlocks(writer.doc, page).filter((block) => block.id !== '')
  const block = blocks.length > 0 ? (random.pick(blocks).id as BlockId) : undefined
  const choice = random.below(14)
  if (choice < 4 || block === undefined) writer.add(page, { kind: random.pick(KINDS), words: random.pick(WORDS), at: random.below(6) })
  else if (choice < 8) writer.say(block, random.pick(WORDS))
  else if (choice === 8) writer.turn(block, random.pick(KINDS))
  else if (choice === 9) writer.facts(block, { [random.pick(['due', 'owner', 'status'])]: random.pick(['2026-05-12', 'ben', 'met', null]) })
  else if (choice === 10) writer.remove(block)
  else if (choice === 11) writer.move(block, random.pick(pages).id, random.below(6))
  else if (choice === 12)
    writer.changePage(page, random.pick([{ title: 'Other' }, { title: 'Third' }, { archivedAt: 7 }, { archivedAt: null }, { order: random.below(9) }]))
  else if (pages.length < 4) writer.addPage(`Page ${pages.length}`, { order: random.below(9) })
}

/** Lets people write for a while; `between` is called after every entry. */
async function write(seed: number, entries: number, between: (random: Random) => Promise<void>, it: ProjectionScene): Promise<void> {
  const random = createRandom(seed)
  const writers = journalWriters(ANA, BEN, CLEO)
  let now = 1_000_000
  let author = random.pick(writers)
  for (let count = 0; count < entries; count += 1) {
    if (random.chance(30)) author = random.pick(writers)
    for (let acts = 1 + random.below(3); acts > 0; acts -= 1) act(author, random)
    now += random.chance(10) ? PAUSE + 1 : random.below(60_000)
    await it.append(author.entry(now))
    await between(random)
  }
}

/** `SEEDS=200 pnpm exec vitest run --project contracts projection-however` looks for more. */
const SEEDS = Number(process.env['SEEDS'] ?? 8)

test.for(Array.from({ length: SEEDS }, (_, index) => 100 + index))(
  '[P3] many passes with restarts and snapshots make the rows of one: seed %i',
  async (seed) => {
    const it = await projectionScene()
    const snapshotter = createSnapshotter(it.log)
    onTestFinished(() => snapshotter.close())
    let projector = it.projector
    await write(
      seed,
      60,
      async (random) => {
        if (random.chance(25)) await projector.project(it.document)
        // The old one dies in the middle of whatever it does.
        if (random.chance(5)) {
          void projector.project(it.document).catch(() => undefined)
          await projector.close()
          projector = newProjector(it)
        }
        const snapshot = random.chance(10) ? await snapshotter.build(it.document) : undefined
        if (snapshot) await it.log.saveSnapshot(it.document, snapshot)
      },
      it,
    )
    await projector.project(it.document)
    const rows = await it.rows()
    expect(rows.changes.length).toBeGreaterThan(10)
    await newProjector(it).rebuild(it.document)
    expect(await it.rows()).toEqual(rows)
  },
)

test.for([7, 8])('[P3] [P4] where the log was compacted meanwhile the rows still say what the document says: seed %i', async (seed) => {
  const it = await projectionScene()
  const snapshotter = createSnapshotter(it.log)
  onTestFinished(() => snapshotter.close())
  let projector = it.projector
  await write(
    seed,
    40,
    async (random) => {
      if (random.chance(20)) await projector.project(it.document)
      if (random.chance(15)) {
        const snapshot = await snapshotter.build(it.document)
        if (snapshot) await it.log.saveSnapshot(it.document, snapshot)
        await compact(it.document, FAR, { database: it.database, merge: snapshotter.merge })
        await projector.close()
        projector = newProjector(it)
      }
    },
    it,
  )
  await projector.project(it.document)
  const { blocks, pages } = await it.rows()
  await projector.rebuild(it.document)
  const scratch = await it.rows()
  const said = ({ changed_at: _at, changed_by: _by, ...block }: Record<string, unknown>) => block
  expect(blocks.map(said)).toEqual(scratch.blocks.map(said))
  expect(pages).toEqual(scratch.pages)
})
