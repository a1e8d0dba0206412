/**
 * @vitest-environment jsdom
 *
 * What somebody saved and left into a block that another remade without network meanwhile stays, once, in its place.
 */
import { applyHeard } from '@tandem/shared/document/rescue/heard-update.ts'
import { readBlocks } from '@tandem/shared/document/read-blocks.ts'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { turnInto } from './blocks/turn-into.ts'
import { another, join, type Line, type Log, PAGE, reopened, twoWriters, type Writer } from './testing/people-at-a-page.ts'

const LINES: readonly Line[] = [
  { id: 'a', text: 'We meet on Thursdays' },
  { id: 'b', kind: 'action', text: 'Ship the beta' },
  { id: 'c', text: '' },
  { id: 'd', text: 'Thirty minutes' },
]

interface Scene {
  readonly ana: Writer
  readonly ben: Writer
  readonly log: Log
}

function scene(): Scene {
  return { ...twoWriters(LINES), log: { updates: [], writers: new Set() } }
}

/** Ana is connected and writes; Ben is not. */
function anaWrites({ ana, log }: Scene, place: readonly [string, number], words: string): () => void {
  const leave = join(ana, log)
  ana.caret(...place)
  ana.type(words)
  return leave
}

/** Ben joins the second line to the first. */
function joinLines({ ben }: Scene): void {
  ben.caret('b')
  ben.press('Backspace')
  ben.press('Backspace')
}

/** The page as the server has it, and so everybody who is connected. */
function everywhere({ log }: Scene): string[] {
  const doc = new Y.Doc()
  for (const update of log.updates) Y.applyUpdate(doc, update)
  const page = readBlocks(doc, PAGE).map(({ kind, text }) => `${kind}: ${text}`)
  for (const writer of log.writers) expect(writer.page()).toEqual(page)
  return page
}

const JOINED = ['text: We meet on ThursdaysShip soon the beta', 'text: ', 'text: Thirty minutes']

test('in a line the other joins to the one above', () => {
  const all = scene()
  anaWrites(all, ['b', 4], ' soon')()
  joinLines(all)
  join(all.ben, all.log)
  expect(everywhere(all)).toEqual(JOINED)
})

test('and only once, when the one who wrote them is there', () => {
  const all = scene()
  anaWrites(all, ['b', 4], ' soon')
  joinLines(all)
  join(all.ben, all.log)
  expect(everywhere(all)).toEqual(JOINED)
})

test('and only once, when the one who wrote them comes back', () => {
  const all = scene()
  anaWrites(all, ['b', 4], ' soon')()
  joinLines(all)
  join(all.ben, all.log)
  join(all.ana, all.log)
  join(reopened(all.ana, 'ana'), all.log)
  expect(everywhere(all)).toEqual(JOINED)
})

test('and only once, when two others joined the line', () => {
  const all = scene()
  anaWrites(all, ['b', 4], ' soon')()
  const third = another(all.ben, 'cleo')
  joinLines(all)
  third.caret('b')
  turnInto('codeBlock')(third.editor.state, third.editor.view.dispatch)
  join(all.ben, all.log)
  join(third, all.log)
  expect(everywhere(all).join(' ').match(/soon/g)).toHaveLength(1)
})

test('in a line that was joined in a tab that is closed by now', () => {
  const all = scene()
  anaWrites(all, ['b', 4], ' soon')()
  joinLines(all)
  join(reopened(all.ben, 'ben'), all.log)
  expect(everywhere(all)).toEqual(JOINED)
})

test('in a block the other moves, turns into code, or takes away', () => {
  const moved = scene()
  anaWrites(moved, ['b', 5], 'all of ')()
  moved.ben.caret('b')
  moved.ben.press('Alt-ArrowDown')
  join(moved.ben, moved.log)
  expect(everywhere(moved)).toEqual(['text: We meet on Thursdays', 'text: ', 'action: Ship all of the beta', 'text: Thirty minutes'])

  const code = scene()
  anaWrites(code, ['b', 13], ' now')()
  code.ben.caret('b')
  turnInto('codeBlock')(code.ben.editor.state, code.ben.editor.view.dispatch)
  join(code.ben, code.log)
  expect(everywhere(code)[1]).toBe('codeBlock: Ship the beta now')

  const empty = scene()
  anaWrites(empty, ['c', 0], 'Camera on')()
  empty.ben.caret('c')
  empty.ben.press('Backspace')
  join(empty.ben, empty.log)
  expect(everywhere(empty)).toEqual(['text: We meet on Thursdays', 'action: Ship the beta', 'text: Camera on', 'text: Thirty minutes'])
})

test('words that were removed again stay away, and what was there before is not written twice', () => {
  const all = scene()
  const { ana, ben, log } = all
  join(ben, log)()
  const leave = anaWrites(all, ['b', 4], ' soon or later')
  ana.select(['b', 9], ['b', 18])
  ana.editor.commands.deleteSelection()
  leave()
  joinLines(all)
  join(ben, log)
  expect(everywhere(all)).toEqual(JOINED)
})

test('undo takes the join back, and not what another wrote', () => {
  const all = scene()
  anaWrites(all, ['b', 4], ' soon')()
  joinLines(all)
  join(all.ben, all.log)
  while (all.ben.undoManager.undoStack.length > 0) all.ben.undoManager.undo()
  expect(everywhere(all).join('\n')).toContain('Ship the beta')
  expect(everywhere(all).join('\n').match(/soon/g)).toHaveLength(1)
})

test('nobody writes again who neither wrote nor deleted', () => {
  const all = scene()
  const { ana, ben, log } = all
  const bystander = another(ben, 'cleo')
  join(ben, log)
  join(bystander, log)()
  ana.caret('b', 4)
  ana.press('Shift-Enter')
  ana.type('soon ')
  ben.caret('b')
  ben.press('Alt-ArrowDown')
  join(ana, log)
  join(bystander, log)
  join(another(bystander, 'dora'), log)
  expect(everywhere(all).join().match(/soon/g)).toHaveLength(1)
})

test('with both connected, when the one who wrote them is gone before she hears of the deletion; if she is there, they are hers', () => {
  for (const isThere of [false, true]) {
    const all = scene()
    const { ana, ben, log } = all
    join(ana, log)()
    join(ben, log)
    const sent: Uint8Array[] = []
    ana.doc.on('update', (update: Uint8Array) => sent.push(update))
    ana.caret('b', 4)
    ana.type(' soon')
    joinLines(all)
    for (const update of sent) {
      log.updates.push(update)
      applyHeard(ben.doc, update, 'wire')
    }
    ben.late.saved({ isThere: () => isThere, isAnswering: true })
    expect(everywhere(all)).toEqual(isThere ? [JOINED[0]?.replace(' soon', ''), ...JOINED.slice(1)] : JOINED)
    join(isThere ? ana : another(ana, 'ana'), log)
    expect(everywhere(all)).toEqual(JOINED)
  }
})

test('what was sent later than the deletion is its author’s to write again, and nobody else’s', () => {
  const all = scene()
  const third = another(all.ben, 'cleo')
  joinLines(all)
  join(all.ben, all.log)()
  join(third, all.log)()
  all.ana.caret('b', 4)
  all.ana.type(' soon')
  join(all.ana, all.log)()
  join(third, all.log)
  join(all.ben, all.log)
  expect(everywhere(all)).toEqual(JOINED)
})
