// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { setFacts } from '../facts/fact-writes.ts'
import { oneWriter, type Writer } from '../testing/people-at-a-page.ts'

/** jsdom has no clipboard: the view's own way in and out of it is used directly. */
const PASTE = new Event('paste') as ClipboardEvent

function copy(writer: Writer): { html: string; text: string } {
  const { dom, text } = writer.editor.view.serializeForClipboard(writer.editor.state.selection.content())
  return { html: dom.innerHTML, text }
}

test('pasted copies have ids of their own and the same facts; the originals keep theirs', () => {
  const ana = oneWriter([{ id: 'a', kind: 'action', text: 'Draft' }, { id: 'b', kind: 'goal', text: 'Lead' }, { id: 'c' }])
  setFacts(ana.doc, 'a', { owner: 'ben' })
  ana.select(['a', 0], ['b', 4])
  const { html } = copy(ana)
  ana.caret('c')
  ana.editor.view.pasteHTML(html, PASTE)
  expect(ana.page()).toEqual(['action: Draft', 'goal: Lead', 'action: Draft', 'goal: Lead'])
  const ids = ana.blocks().map(({ id }) => id)
  expect(ids.slice(0, 2)).toEqual(['a', 'b'])
  expect(new Set(ids).size).toBe(4)
  expect(ana.facts.of(ids[2] ?? '')).toEqual({ owner: 'ben' })
})

test('a copy pasted above its original leaves it its id', () => {
  const ana = oneWriter([{ id: 'x' }, { id: 'a', kind: 'action', text: 'Draft' }])
  ana.select(['a', 0], ['a', 5])
  const { html } = copy(ana)
  ana.caret('x')
  ana.editor.view.pasteHTML(html, PASTE)
  const [first, second] = ana.blocks()
  expect(second?.id).toBe('a')
  expect(first).toMatchObject({ kind: 'action', text: 'Draft' })
  expect(first?.id).not.toBe('a')
})

test('what is cut and pasted is the same block with the same facts', () => {
  const ana = oneWriter([{ id: 'a', kind: 'action', text: 'Draft' }, { id: 'b', kind: 'action', text: 'Send' }, { id: 'c', text: 'Last' }, { id: 'd' }])
  setFacts(ana.doc, 'a', { owner: 'ben' })
  ana.select(['a', 0], ['b', 4])
  const { html } = copy(ana)
  const { tr } = ana.editor.state
  ana.editor.view.dispatch(tr.delete(0, 'Draft'.length + 'Send'.length + 4))
  ana.caret('d')
  ana.editor.view.pasteHTML(html, PASTE)
  expect(ana.blocks().map(({ id }) => id)).toEqual(['c', 'a', 'b'])
  expect(ana.facts.of('a')).toEqual({ owner: 'ben' })
})

test('a block of another journal gets an id of this one', () => {
  const ana = oneWriter([{ id: 'a' }])
  ana.caret('a')
  ana.editor.view.pasteHTML('<ul><li data-kind="action" data-id="elsewhere">Draft</li></ul>', PASTE)
  expect(ana.blocks()).toMatchObject([{ kind: 'action', text: 'Draft' }])
  expect(ana.blocks()[0]?.id).not.toBe('elsewhere')
})

test('HTML of other programs becomes lines of our kinds', () => {
  const ana = oneWriter([{ id: 'a' }])
  ana.caret('a')
  ana.editor.view.pasteHTML(
    '<h2>Plan</h2><p>Some <b>bold</b> words</p><ul><li><p>one</p><ol><li>two</li></ol></li><li><input type="checkbox"> three</li></ul><blockquote><p>said</p></blockquote><h5>Deep</h5><pre>x = 1</pre><hr><script>alert(1)</script>',
    PASTE,
  )
  expect(ana.page()).toEqual([
    'heading2: Plan',
    'text: Some bold words',
    'bullet: one',
    'numbered: two',
    'action: three',
    'quote: said',
    'heading3: Deep',
    'codeBlock: x = 1',
    'divider: ',
  ])
  expect(ana.blocks()[3]?.indent).toBe(1)
})

test('several lines of plain text become blocks; one line goes into the sentence', () => {
  const ana = oneWriter([{ id: 'a', text: 'Before after' }, { id: 'b' }])
  ana.caret('a', 7)
  ana.editor.view.pasteText('and ', PASTE)
  ana.caret('b')
  ana.editor.view.pasteText('# Plan\n- [ ] Draft\n  - why\n\nWords', PASTE)
  expect(ana.page()).toEqual(['text: Before and after', 'heading1: Plan', 'action: Draft', 'bullet: why', 'text: Words'])
})

test('what is copied is plain text in light Markdown', () => {
  const ana = oneWriter([
    { id: 'a', kind: 'heading2', text: 'Plan' },
    { id: 'b', kind: 'action', text: 'Draft' },
    { id: 'c', kind: 'bullet', text: 'why', indent: 1 },
  ])
  ana.select(['a', 0], ['c', 3])
  expect(copy(ana).text).toBe('## Plan\n- [ ] Draft\n  - why')
})

test('a link of a kind that is not allowed is only its words', () => {
  const ana = oneWriter([{ id: 'a' }])
  ana.caret('a')
  ana.editor.view.pasteHTML('<p><a href="javascript:alert(1)">press</a> <a href="https://example.org">here</a></p>', PASTE)
  expect(ana.editor.getHTML()).not.toContain('javascript')
  expect(ana.editor.getHTML()).toContain('href="https://example.org"')
})

test('copied into another journal, blocks bring their facts along under new ids; who is not there falls away', () => {
  const ana = oneWriter([
    { id: 'a', kind: 'action', text: 'Draft' },
    { id: 'g', kind: 'goal', text: 'Lead' },
  ])
  setFacts(ana.doc, 'a', { owner: 'ben', due: '2026-12-01', goal: 'g', replacedBy: 'gone' })
  setFacts(ana.doc, 'g', { owner: 'cleo', status: 'on-track' })
  ana.select(['a', 0], ['g', 4])
  const { html } = copy(ana)

  const elsewhere = oneWriter([{ id: 'x' }])
  elsewhere.caret('x')
  elsewhere.editor.view.pasteHTML(html, PASTE)
  const [action, goal] = elsewhere.blocks()
  expect(elsewhere.page()).toEqual(['action: Draft', 'goal: Lead'])
  expect([action?.id, goal?.id]).not.toContain('a')
  expect(elsewhere.facts.of(action?.id ?? '')).toEqual({ owner: 'ben', due: '2026-12-01', goal: goal?.id })
  expect(elsewhere.facts.of(goal?.id ?? '')).toEqual({ status: 'on-track' })
  elsewhere.undoManager.undo()
  expect(elsewhere.facts.of(action?.id ?? '')).toEqual({})
})

test('facts that somebody else has made up are read as far as they make sense', () => {
  const ana = oneWriter([{ id: 'a' }])
  ana.caret('a')
  ana.editor.view.pasteHTML(
    `<ul><li data-kind="action" data-id="x" data-facts='{"due":"soon","end":"done","owner":{"a":1}}'>One</li><li data-kind="action" data-id="y" data-facts='{"end":"done","status":"met"}'>Two</li><li data-kind="action" data-id="z" data-facts="nonsense">Three</li></ul>`,
    PASTE,
  )
  expect(ana.page()).toEqual(['action: One', 'action: Two', 'action: Three'])
  expect(ana.blocks().map(({ id }) => ana.facts.of(id))).toEqual([{}, { end: 'done' }, {}])
})
