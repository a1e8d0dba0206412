/**
 * @vitest-environment jsdom
 *
 * Two people type into one paragraph at the same time: each one's words stay together, in the order they were typed.
 */
import { listPages } from '@tandem/shared/document/journal-doc.ts'
import { readBlocks } from '@tandem/shared/document/read-blocks.ts'
import { applyHeard } from '@tandem/shared/document/rescue/heard-update.ts'
import { seedJournal } from '@tandem/shared/document/seed.ts'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createWriter, type Writer } from './writer.ts'

function typeAtCaret({ handle: { editor } }: Writer, text: string): void {
  const { from, to } = editor.state.selection
  editor.view.dispatch(editor.state.tr.insertText(text, from, to))
}

function exchange(a: Writer, b: Writer): void {
  applyHeard(a.doc, Y.encodeStateAsUpdate(b.doc, Y.encodeStateVector(a.doc)), 'network')
  applyHeard(b.doc, Y.encodeStateAsUpdate(a.doc, Y.encodeStateVector(b.doc)), 'network')
}

test.for([1, 2, 5])('words typed at both ends of a paragraph at once stay whole, heard of after every %i letters', (pace) => {
  const seed = seedJournal('blank')
  const start = new Y.Doc()
  Y.applyUpdate(start, seed)
  const page = listPages(start)[0]?.id
  if (!page) throw new Error('The template has no page.')
  const ben = createWriter({ name: 'Ben', place: 0, clientId: 1, page, seed })
  const ana = createWriter({ name: 'Ana', place: 1, clientId: 2, page, seed })
  ben.handle.editor.commands.setTextSelection(1)
  typeAtCaret(ben, 'We meet every second Thursday, and')
  exchange(ben, ana)
  ben.handle.editor.commands.setTextSelection(32)
  ana.handle.editor.commands.setTextSelection(ana.handle.editor.state.doc.content.size - 1)
  const [first, second] = ['thirty minutes, camera on, notes here. ', ' say so the day before if one of us cannot come.']
  for (let index = 0; index < second.length; index += 1) {
    typeAtCaret(ana, second.charAt(index))
    if (index < first.length) typeAtCaret(ben, first.charAt(index))
    if (index % pace === 0) exchange(ben, ana)
  }
  exchange(ben, ana)
  expect(readBlocks(ana.doc, page).map(({ text }) => text)).toEqual([`We meet every second Thursday, ${first}and${second}`])
  ben.close()
  ana.close()
})
