// @vitest-environment jsdom
import { pageFragment } from '@tandem/shared/document/journal-doc.ts'
import type { PageId, PersonId } from '@tandem/shared/ids.ts'
import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { createPageEditor } from '../create-page-editor.ts'
import { showChanges } from './change-marks.ts'
import { type MarkedBlock, NO_CHANGES } from './marked-changes.ts'

const page = 'p' as PageId

/** An open page with these lines, by id. */
function open(lines: Readonly<Record<string, string>>) {
  const doc = new Y.Doc()
  const elements = Object.entries(lines).map(([id, words]) => {
    const element = new Y.XmlElement('entry')
    element.setAttribute('id', id)
    element.setAttribute('kind', id === 'action' ? 'action' : 'text')
    element.insert(0, [new Y.XmlText(words)])
    return element
  })
  pageFragment(doc, page).insert(0, elements)
  const element = document.createElement('div')
  document.body.append(element)
  const handle = createPageEditor({ doc, page, me: 'ana' as PersonId, element })
  if (!handle) throw new Error('The page could not be opened.')
  onTestFinished(() => {
    handle.destroy()
    element.remove()
  })
  // Where a line may not break is no matter here.
  const texts = (selector: string) => [...element.querySelectorAll(selector)].map((each) => each.textContent.replaceAll('\u00A0', ' '))
  return { doc, element, editor: handle.editor, texts }
}

const BEN = { who: 'Ben', when: 'Tuesday, 14:10', at: 0, hue: 1 }

function marked(block: string, more: Partial<MarkedBlock> = {}): MarkedBlock {
  return { block, ...BEN, isNew: false, notes: [], rewordings: [], facts: [], ...more }
}

test('new words are lit and gone ones struck, with who and when; the document holds none of it', () => {
  const { editor, doc, texts } = open({ a: 'Ship the alpha soon' })
  const before = Y.encodeStateAsUpdate(doc)
  const rewordings = [{ was: 'Ship the beta', became: 'Ship the alpha soon', by: 1 }]
  showChanges(editor, { blocks: [marked('a', { rewordings })], gone: [], current: 'a' })
  expect(texts('.change-new').join('')).toBe('alpha soon')
  expect(texts('.change-gone')).toEqual(['beta'])
  expect(texts('.change-note')).toEqual(['Ben · Tuesday, 14:10'])
  expect(texts('[data-change-current] .change-new').join('')).toBe('alpha soon')
  expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
  expect(editor.state.doc.textContent).toBe('Ship the alpha soon')
  showChanges(editor, NO_CHANGES)
  expect(texts('.change, .change-new, .change-gone, .change-note')).toEqual([])
})

test('what the reader writes on into it keeps the others’ words in their place', () => {
  const { editor, texts } = open({ a: 'Ship the alpha' })
  showChanges(editor, { blocks: [marked('a', { rewordings: [{ was: 'Ship the beta', became: 'Ship the alpha', by: 1 }] })], gone: [], current: undefined })
  editor.view.dispatch(editor.state.tr.insertText('Let us ', 1))
  expect(texts('.change-new')).toEqual(['alpha'])
  expect(texts('.change-gone')).toEqual(['beta'])
})

test('a block that is gone stands struck where it stood, or at the end when its neighbour went too', () => {
  const { editor, element, texts } = open({ a: 'One', b: 'Three' })
  const gone = (block: string, place: string | null, words: string) => ({ block, place, words, ...BEN, notes: ['removed'] })
  showChanges(editor, { blocks: [], gone: [gone('x', 'a', 'Two'), gone('y', 'nowhere', 'Last'), gone('z', null, 'First')], current: undefined })
  expect(texts('.change-note')).toEqual(['Ben · Tuesday, 14:10 · removed', 'Ben · Tuesday, 14:10 · removed', 'Ben · Tuesday, 14:10 · removed'])
  const order = [...element.querySelectorAll('.change-gone-block del, [data-id]')].map((each) => each.textContent)
  expect(order).toEqual(['First', 'One', 'Two', 'Three', 'Last'])
})

test('a changed fact is told as the fact line tells it, old and new', () => {
  const { editor, texts } = open({ action: 'Draft the RFC' })
  showChanges(editor, { blocks: [marked('action', { facts: [{ field: 'end', was: null, became: 'done' }] })], gone: [], current: undefined })
  expect(texts('.change-note')).toEqual(['Ben · Tuesday, 14:10 · nothing → done'])
})

test('who and when is said once for changes of one hand below one another, and in full at the one the reader stands at', () => {
  const { editor, texts } = open({ a: 'One', b: 'Two', c: '', d: 'Three', e: 'Mine', f: 'Four' })
  const added = { isNew: true, notes: ['new'] }
  const blocks = [marked('a', added), marked('b', added), marked('d', { notes: ['moved'] }), marked('f', added)]
  showChanges(editor, { blocks, gone: [], current: undefined })
  expect(texts('.change-note')).toEqual(['Ben · Tuesday, 14:10 · new', 'moved', 'Ben · Tuesday, 14:10 · new'])
  showChanges(editor, { blocks, gone: [], current: 'b' })
  expect(texts('[data-change-current] .change-note')).toEqual(['Ben · Tuesday, 14:10 · new'])
  // That a line is gone is seen.
  showChanges(editor, { blocks, gone: [{ block: 'x', place: 'a', words: 'Gone', ...BEN, notes: ['removed'] }], current: undefined })
  expect(texts('.change-gone-block')).toEqual(['Gone'])
})

test('a letter in one block leaves the marks of all others where they were', () => {
  const { editor, texts } = open({ a: 'Ship the alpha', b: 'Ask Sam', c: 'New here' })
  const rewordings = [{ was: 'Ship the beta', became: 'Ship the alpha', by: 1 }]
  const other = [{ was: 'Ask Tom', became: 'Ask Sam', by: 1 }]
  showChanges(editor, { blocks: [marked('a', { rewordings }), marked('b', { rewordings: other }), marked('c', { isNew: true })], gone: [], current: undefined })
  const drawn = editor.view.dom.querySelector('[data-id=b] .change-new')
  editor.view.dispatch(editor.state.tr.insertText('!', 1 + 'Ship the alpha'.length))
  expect(texts('.change-new')).toEqual(['alpha', 'Sam'])
  expect(texts('.change-gone')).toEqual(['beta', 'Tom'])
  expect(editor.view.dom.querySelector('[data-id=b] .change-new')).toBe(drawn)
  expect(editor.view.dom.querySelector('[data-id=c]')?.className).toContain('change-added')
})
