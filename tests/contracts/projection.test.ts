/** The promises of the projection, on a real log and database. */
import { PAUSE } from '@tandem/server/projection/change-groups.ts'
import { TANDEM } from '@tandem/server/log/first-entry.ts'
import { seedJournal } from '@tandem/shared/document/seed.ts'
import { expect, test } from 'vitest'
import { POISON } from '../hostile/poison.ts'
import { journalWriters } from './journal-writers.ts'
import { entryOf } from './log-scene.ts'
import { newProjector, projectionScene, type Told, writtenScene } from './projection-scene.ts'
import { ANA, BEN } from './store.ts'

function short({ author, what, field, was, became }: Told): unknown[] {
  return [author, field === '' ? what : `${what} ${field}`, was, became]
}

test('[P5] [P6] each change is told as a person would, with the author of the log', async () => {
  const { ana, ben, page, pass, told } = await writtenScene()
  const draft = ana.add(page, { kind: 'action', words: 'Draft the RFC', facts: { owner: BEN } })
  await pass()
  ben.facts(draft, { due: '2026-05-12' })
  await pass()
  ana.say(draft, 'Draft the RFC and send it')
  await pass()
  ben.facts(draft, { end: 'done' })
  await pass()
  ana.turn(draft, 'topic')
  await pass()
  const block = (words: string, facts: object) => ({ words, facts })
  expect((await told()).map(short)).toEqual([
    [ANA, 'added', null, block('Draft the RFC', { owner: BEN })],
    [BEN, 'fact due', null, '2026-05-12'],
    [ANA, 'words', 'Draft the RFC', 'Draft the RFC and send it'],
    [BEN, 'fact end', null, 'done'],
    [ANA, 'turned', 'action', 'topic'],
  ])
})

test('[P5] what a document says of its author counts for nothing, and a template is nobody’s change', async () => {
  const it = await projectionScene()
  const [ana] = journalWriters(ANA)
  await it.append(entryOf({ id: 'first', author: TANDEM, updates: [seedJournal('fresh-start')] }))
  await it.projector.project(it.document)
  const { blocks, changes } = await it.rows()
  expect(blocks.map(({ words }) => words)).toContain('What we expect of each other')
  expect(changes).toEqual([])
  const page = ana?.addPage('Mine')
  if (page) ana?.add(page, { kind: 'text', words: 'By Ben, he says', facts: { author: BEN } })
  await it.append(ana?.entry(2000))
  await it.projector.project(it.document)
  expect((await it.rows()).changes.map(({ author }) => author)).toEqual([ANA, ANA])
})

test('[P6] what one person does without a pause is one change, and nothing when it came to nothing', async () => {
  const { ana, page, pass, told } = await writtenScene()
  const line = ana.add(page, { kind: 'text', words: '' })
  for (const words of ['T', 'Th', 'The', 'The beta', 'The beta ships']) {
    ana.say(line, words)
    await pass()
    await told()
  }
  expect((await told()).map(short)).toEqual([[ANA, 'added', null, { words: 'The beta ships', facts: {} }]])
  await pass(PAUSE + 1)
  ana.say(line, 'The beta')
  await pass(PAUSE + 1)
  expect((await told()).map(short).slice(1)).toEqual([[ANA, 'words', 'The beta ships', 'The beta']])
  ana.say(line, 'The beta ships')
  await pass()
  expect(await told()).toHaveLength(1)
})

test('[P9] what somebody has seen is told apart from what came after', async () => {
  const { ana, page, pass, told, document, database } = await writtenScene()
  const line = ana.add(page, { kind: 'text', words: 'One' })
  await pass()
  const seen = (await told()).at(-1)?.seq ?? 0
  await database.db.insertInto('seen').values({ document_id: document, person_id: BEN, seq: seen, at: 1 }).execute()
  ana.say(line, 'One two')
  await pass()
  ana.say(line, 'One two three')
  await pass()
  expect((await told()).map(short)).toEqual([
    [ANA, 'added', null, { words: 'One', facts: {} }],
    [ANA, 'words', 'One', 'One two three'],
  ])
})

test('[P6] two who write into one block by turns are told apart', async () => {
  const { ana, ben, page, pass, told } = await writtenScene()
  const line = ana.add(page, { kind: 'text', words: 'One' })
  await pass()
  ben.say(line, 'One two')
  await pass()
  ana.say(line, 'One two three')
  await pass()
  expect((await told()).map(short)).toEqual([
    [ANA, 'added', null, { words: 'One', facts: {} }],
    [BEN, 'words', 'One', 'One two'],
    [ANA, 'words', 'One two', 'One two three'],
  ])
})

test('[P6] blocks that are dragged, cut, pasted and removed', async () => {
  const { ana, ben, page, pass, told } = await writtenScene()
  const ids = ['One', 'Two', 'Three'].map((words) => ana.add(page, { kind: 'text', words }))
  const [one, two, three] = ids
  if (!one || !two || !three) throw new Error('Nothing was added.')
  const notes = ana.addPage('Notes')
  await pass()
  const before = (await told()).length
  ben.move(three, page, 0)
  await pass()
  ben.remove(two)
  await pass()
  ben.move(one, notes, 0)
  await pass()
  expect((await told()).slice(before).map((change) => [...short(change), change['place']])).toEqual([
    [BEN, 'moved', page, page, null],
    [BEN, 'removed', { words: 'Two', facts: {} }, null, one],
    [BEN, 'moved', page, notes, null],
  ])
  expect((await told()).slice(before).every(({ author }) => author === BEN)).toBe(true)
})

test('[P6] pages that are added, renamed, dated and archived', async () => {
  const { ana, ben, pass, projector, document, rows } = await writtenScene()
  const meeting = ana.addPage('Thursday', { kind: 'meeting' })
  await pass()
  ben.changePage(meeting, { title: 'Friday', day: '2026-05-12' as never })
  await pass()
  ana.changePage(meeting, { archivedAt: 5 })
  await pass()
  ben.changePage(meeting, { archivedAt: null })
  await pass()
  await projector.project(document)
  const { changes } = await rows()
  expect(changes.filter(({ target }) => target === meeting).map(short)).toEqual([
    [ANA, 'page-added', null, 'Thursday'],
    [BEN, 'page-day', null, '2026-05-12'],
    [BEN, 'page-renamed', 'Thursday', 'Friday'],
    [ANA, 'page-archived', null, null],
    [BEN, 'page-returned', null, null],
  ])
})

test('the facts that queries ask for have columns, read as the kind reads them', async () => {
  const { ana, page, pass, told, rows, now } = await writtenScene()
  const action = ana.add(page, { kind: 'action', words: 'Ship', facts: { owner: BEN, due: '2026-05-12', end: 'nonsense', goal: 'g1' } })
  const goal = ana.add(page, { kind: 'goal', words: 'Lead', facts: { status: 'on-track', target: '2026-06-30', support: 'guide' } })
  await pass()
  await told()
  const { blocks } = await rows()
  expect(blocks.find((block) => block['block_id'] === action)).toMatchObject({ kind: 'action', owner: BEN, due: '2026-05-12', end: null, goal: 'g1' })
  expect(blocks.find((block) => block['block_id'] === goal)).toMatchObject({ status: 'on-track', due: '2026-06-30', support: 'guide' })
  expect(blocks.find((block) => block['block_id'] === goal)).toMatchObject({ changed_at: now(), changed_by: ANA, page_id: page })
})

test('[P1] of two passes over the same entries one writes, and a pass that fails writes nothing', async () => {
  const it = await writtenScene()
  it.ana.add(it.page, { kind: 'text', words: 'One' })
  await it.pass()
  const other = newProjector(it)
  const passes = await Promise.all([it.projector.project(it.document), other.project(it.document)])
  expect(passes.filter((projected) => projected !== undefined)).toHaveLength(1)
  const before = await it.rows()
  it.ana.add(it.page, { kind: 'text', words: 'Two' })
  await it.pass()
  await it.database.db.schema.alterTable('changes').renameTo('elsewhere').execute()
  await expect(it.projector.project(it.document)).rejects.toThrow('changes')
  await it.database.db.schema.alterTable('elsewhere').renameTo('changes').execute()
  expect(await it.rows()).toEqual(before)
  await it.projector.project(it.document)
  expect((await it.rows()).blocks).toHaveLength(2)
})

test('[P4] rows of an older program, and all on request, are made anew', async () => {
  const it = await writtenScene()
  it.ana.add(it.page, { kind: 'text', words: 'One' })
  await it.pass()
  await it.told()
  const right = await it.rows()
  await it.database.db.updateTable('projected_blocks').set({ words: 'Nonsense' }).execute()
  await it.projector.rebuild(it.document)
  expect(await it.rows()).toEqual(right)
  await it.database.db.updateTable('projected_blocks').set({ words: 'Nonsense' }).execute()
  await it.database.db.updateTable('projections').set({ version: 0 }).execute()
  await it.projector.project(it.document)
  expect(await it.rows()).toEqual(right)
})

test('[P7] an update that breaks the document is left out, and what follows is projected', async () => {
  const it = await writtenScene()
  const line = it.ana.add(it.page, { kind: 'text', words: 'One' })
  await it.pass()
  await it.told()
  await it.append(entryOf({ id: 'broken', author: BEN, at: it.now(), updates: POISON }))
  it.ana.say(line, 'One and two')
  await it.pass()
  expect((await it.told()).map(short)).toEqual([[ANA, 'added', null, { words: 'One and two', facts: {} }]])
  const right = await it.rows()
  await it.projector.rebuild(it.document)
  expect(await it.rows()).toEqual(right)
})
