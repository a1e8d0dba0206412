/** Where threads hang is kept up with the page by the projection, so that what is remembered never grows too old to be found. */
import { Anchor, type Placement } from '@tandem/shared/document/anchors/anchor.ts'
import { journalTextOf } from '@tandem/shared/document/anchors/journal-text.ts'
import { anchorOnWords } from '@tandem/shared/document/anchors/make-anchor.ts'
import { resolveAnchor } from '@tandem/shared/document/anchors/resolve-anchor.ts'
import { pageFragment } from '@tandem/shared/document/journal-doc.ts'
import { topElements } from '@tandem/shared/document/read-blocks.ts'
import { type BlockId, newId, type PageId, type RowId } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import { ANA } from './store.ts'
import { newProjector, writtenScene } from './projection-scene.ts'

const WORDS = 'two days before'
const LINE = `Ana brings topics ${WORDS} the call.`

async function threadScene(line: string = LINE, words: string = WORDS) {
  const it = await writtenScene()
  const block = it.ana.add(it.page, { kind: 'text', words: line })
  const other = it.ana.add(it.page, { kind: 'text', words: 'We both say what does not work.' })
  await it.pass()
  const { db } = it.database
  const { journal_id: journal } = await db.selectFrom('documents').select('journal_id').where('id', '=', it.document).executeTakeFirstOrThrow()
  const from = line.indexOf(words)
  const anchor = anchorOnWords(journalTextOf(it.ana.doc), it.page, [{ block, from, to: from + words.length }])
  const hang = async (thread: RowId) => {
    const row = { journal_id: journal, id: thread, person_id: ANA, at: 1, anchor: JSON.stringify(anchor), quote: words }
    await db
      .insertInto('comment_threads')
      .values({ ...row, resolved_at: null, resolved_by: null, action_id: null })
      .execute()
    return thread
  }
  const thread = await hang(newId() as RowId)
  const stored = async (id: RowId = thread) =>
    Anchor.parse(JSON.parse((await db.selectFrom('comment_threads').select('anchor').where('id', '=', id).executeTakeFirstOrThrow()).anchor))
  const settle = async () => {
    await it.pass()
    return it.projector.project(it.document)
  }
  const placed = (each: Anchor) => resolveAnchor(journalTextOf(it.ben.doc), each)
  /** As somebody types: only these characters are made anew. */
  const rewrite = (was: string, becomes: string) => {
    const element = topElements(pageFragment(it.ben.doc, it.page)).find((each) => each.getAttribute('id') === block)
    const text = element?.get(0) as Y.XmlText
    const at = text.toString().indexOf(was)
    text.delete(at, was.length)
    text.insert(at, becomes)
  }
  return { ...it, rewrite, db, block, other, thread, journal, anchor: anchor as Anchor, hang, stored, settle, placed }
}

const on = (page: PageId, block: BlockId, from: number, words: string, isChanged: boolean): Placement => ({
  kind: 'attached',
  page,
  pieces: [{ block, from, to: from + words.length }],
  isChanged,
})

test('[P10] words that were rewritten and moved step by step are still found, where what was remembered at first is no help any more', async () => {
  const it = await threadScene()
  await it.settle()
  for (const [was, becomes] of [
    ['days', 'whole working days'],
    ['wo whole', 'hree whole'],
    ['s befor', 's, as we said in Mars, th'],
    ['Ana brings', 'We both send our'],
    ['the call', 'each meeting'],
  ] as const) {
    it.rewrite(was, becomes)
    await it.settle()
  }
  it.ben.move(it.block, it.page, 2)
  expect((await it.settle())?.renewed).toBe(1)
  const words = 'three whole working days, as we said in Mars, the'
  expect(it.placed(await it.stored())).toEqual(on(it.page, it.block, 'We both send our topics '.length, words, true))
  expect(it.placed(it.anchor)).toEqual({ kind: 'detached', page: it.page })
})

test('[P10] people hear of it only when what they were told last would lead them astray, and then once', async () => {
  const it = await threadScene()
  await it.settle()
  let [renewed, told] = [0, 0]
  for (const [was, becomes] of [
    ['days', 'whole working days'],
    ['wo whole', 'hree whole'],
    ['s befor', 's, as we said in Mars, th'],
    ['Ana brings', 'We both send our'],
    ['the call', 'each meeting'],
  ] as const) {
    it.rewrite(was, becomes)
    const settled = await it.settle()
    renewed += settled?.renewed ?? 0
    told += Number(settled?.isAstray)
  }
  expect([renewed, told]).toEqual([4, 0])
  // A move takes the characters away that the old anchor held on to; its words are others by now.
  it.ben.move(it.block, it.page, 2)
  expect((await it.settle())?.isAstray).toBe(true)
  it.rewrite('three', 'four')
  expect((await it.settle())?.isAstray).toBe(false)
})

test('[P10] what has not changed is not written, nor a second time; the words of the beginning stay known', async () => {
  const it = await threadScene()
  expect((await it.settle())?.renewed ?? 0).toBe(0)
  expect(await it.stored()).toEqual(it.anchor)
  it.ana.move(it.block, it.page, 2)
  expect((await it.settle())?.renewed).toBe(1)
  const renewed = await it.stored()
  expect(it.placed(renewed)).toEqual(on(it.page, it.block, LINE.indexOf(WORDS), WORDS, false))
  await it.projector.rebuild(it.document)
  expect(await it.stored()).toEqual(renewed)
  it.rewrite('days', 'working days')
  await it.settle()
  expect(await it.stored()).toMatchObject({ quote: { words: 'two working days before' }, first: { words: WORDS } })
})

test('[P10] what is detached stays as it was stored, and is found again when its words return', async () => {
  const it = await threadScene()
  it.ana.remove(it.block)
  expect((await it.settle())?.renewed).toBe(0)
  expect(await it.stored()).toEqual(it.anchor)
  expect(it.placed(await it.stored()).kind).toBe('detached')
  const back = it.ben.add(it.page, { kind: 'text', words: `As agreed: ${WORDS} the call.` })
  expect((await it.settle())?.renewed).toBe(1)
  expect(it.placed(await it.stored())).toEqual(on(it.page, back, 'As agreed: '.length, WORDS, false))
})

test('[P10] once the same words stand elsewhere too, the copy is not taken for them when they go', async () => {
  const it = await threadScene()
  it.ben.add(it.page, { kind: 'text', words: `Ben, too, reads them ${WORDS} the call.` })
  await it.settle()
  it.ben.remove(it.block)
  await it.settle()
  expect(it.placed(await it.stored()).kind).toBe('detached')
})

test('[P10] what somebody has hung elsewhere while a pass was looking stays there', async () => {
  const it = await threadScene()
  const elsewhere: Anchor = { kind: 'page', page: it.page }
  const slow = newProjector({
    log: it.log,
    database: {
      ...it.database,
      db: it.db,
      // Between looking and writing.
      writeTogether: async (writes) => {
        await it.db
          .updateTable('comment_threads')
          .set({ anchor: JSON.stringify(elsewhere) })
          .where('id', '=', it.thread)
          .execute()
        return it.database.writeTogether(writes)
      },
    },
  })
  it.ana.move(it.block, it.page, 2)
  await it.pass()
  expect((await slow.project(it.document))?.renewed).toBe(1)
  expect(await it.stored()).toEqual(elsewhere)
})

test('[P10] of more than 500 threads the next pass looks at the next ones', async () => {
  const it = await threadScene()
  const threads = await Promise.all(Array.from({ length: 600 }, () => it.hang(newId() as RowId)))
  it.ana.move(it.block, it.page, 2)
  const first = await it.settle()
  it.ana.say(it.other, 'We both say what works.')
  const second = await it.settle()
  expect([first?.renewed, second?.renewed]).toEqual([500, 101])
  for (const thread of threads) expect(it.placed(await it.stored(thread))).toMatchObject({ isChanged: false, pieces: [{ block: it.block }] })
})
