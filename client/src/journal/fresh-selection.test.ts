// @vitest-environment jsdom
import { yCursorPluginKey } from '@tiptap/y-tiptap'
import { expect, test } from 'vitest'
import { meet, oneWriter, twoWriters, type Writer } from './testing/people-at-a-page.ts'

/** The browser has put its caret there and not told the editor yet. */
function click(writer: Writer, block: string, offset: number): void {
  const { view } = writer.editor
  document.body.append(view.dom)
  view.dom.focus()
  view.dom.dispatchEvent(new Event('touchstart'))
  showCaret(writer, block, offset)
}

function showCaret({ editor: { view } }: Writer, block: string, offset: number): void {
  const words = view.dom.querySelector(`[data-id="${block}"]`) ?? view.dom
  const text = document.createTreeWalker(words, NodeFilter.SHOW_TEXT).nextNode()
  if (!text) throw new Error(`There are no words in ${block}`)
  document.getSelection()?.setBaseAndExtent(text, offset, text, offset)
}

function drawCarets({ editor }: Writer): void {
  editor.view.dispatch(editor.state.tr.setMeta(yCursorPluginKey, { awarenessUpdated: true }))
}

test("a click counts although another's caret moves before the browser has told of it", () => {
  const ana = oneWriter([
    { id: 'a', text: 'one' },
    { id: 'b', text: 'two' },
  ])
  ana.caret('a', 1)
  click(ana, 'b', 2)
  drawCarets(ana)
  ana.type('x')
  expect(ana.page()).toEqual(['text: one', 'text: twxo'])
})

test('a click counts although highlights are drawn before the browser has told of it', () => {
  const ana = oneWriter([
    { id: 'a', text: 'one' },
    { id: 'b', text: 'two' },
  ])
  ana.caret('a', 1)
  click(ana, 'b', 2)
  ana.editor.view.dispatch(ana.editor.state.tr.setMeta('highlights', true))
  ana.type('x')
  expect(ana.page()).toEqual(['text: one', 'text: twxo'])
})

test("a click into another block counts although the other's words arrive before the browser has told of it", () => {
  const { ana, ben } = twoWriters([
    { id: 'a', text: 'one' },
    { id: 'b', text: 'two' },
    { id: 'c', text: 'three' },
  ])
  ana.caret('a', 1)
  click(ana, 'b', 2)
  ben.caret('c', 0)
  ben.type('y')
  meet(ana, ben)
  ana.type('x')
  expect(ana.page()).toEqual(['text: one', 'text: twxo', 'text: ythree'])
})

test('where the browser puts the caret when the page gets the keyboard is no click', () => {
  const ana = oneWriter([
    { id: 'a', text: 'one' },
    { id: 'b', text: 'two' },
  ])
  const { view } = ana.editor
  document.body.append(view.dom)
  ana.caret('b', 2)
  view.dom.addEventListener('focus', () => showCaret(ana, 'a', 0), { once: true })
  view.dom.addEventListener('focus', () => drawCarets(ana), { once: true })
  view.dom.focus()
  ana.type('x')
  expect(ana.page()).toEqual(['text: one', 'text: twxo'])
})

test('a key counts where the caret is on the screen, although the browser has not told of it yet', () => {
  const ana = oneWriter([
    { id: 'a', text: 'one' },
    { id: 'b', text: 'two' },
  ])
  ana.caret('a', 1)
  click(ana, 'b', 2)
  // There is no layout here to scroll in.
  ana.editor.view.setProps({ handleScrollToSelection: () => true })
  ana.editor.view.dom.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 13, bubbles: true, cancelable: true }))
  expect(ana.page()).toEqual(['text: one', 'text: tw', 'text: o'])
})

test('what is copied is what is selected on the screen, although the browser has not told of it yet', () => {
  const ana = oneWriter([
    { id: 'a', text: 'one' },
    { id: 'b', kind: 'action', text: 'two' },
  ])
  ana.caret('a', 1)
  click(ana, 'b', 0)
  document.getSelection()?.extend(document.getSelection()?.anchorNode ?? document.body, 'two'.length)
  const copied = new Map<string, string>()
  const clipboardData = { clearData: () => copied.clear(), setData: (type: string, words: string) => copied.set(type, words) }
  ana.editor.view.dom.dispatchEvent(Object.assign(new Event('copy', { bubbles: true, cancelable: true }), { clipboardData }))
  expect(copied.get('text/html')).toContain('data-kind="action"')
})
