// @vitest-environment jsdom
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createPageEditor } from './create-page-editor.ts'
import { meet, PAGE, twoWriters } from './testing/people-at-a-page.ts'
import { findUnknownContent } from './unknown-content.ts'

const fragmentOf = (doc: Y.Doc) => doc.getXmlFragment(`page:${PAGE}`)

function pageWith(add: (fragment: Y.XmlFragment) => void): Y.XmlFragment {
  const fragment = fragmentOf(new Y.Doc())
  add(fragment)
  return fragment
}

function entry(...children: (Y.XmlText | Y.XmlElement)[]): Y.XmlElement {
  const element = new Y.XmlElement('entry')
  element.setAttribute('kind', 'a-kind-of-next-year')
  element.insert(0, children)
  return element
}

test('blocks, kinds and marks that can be shown are known', () => {
  const bold = new Y.XmlText()
  bold.insert(0, 'bold', { bold: {} })
  const page = pageWith((fragment) =>
    fragment.insert(0, [entry(bold, new Y.XmlElement('hardBreak')), new Y.XmlElement('divider'), new Y.XmlElement('codeBlock')]),
  )
  expect(findUnknownContent(page)).toBeUndefined()
})

test.each<[string, (fragment: Y.XmlFragment) => void]>([
  ['table', (fragment) => fragment.insert(0, [new Y.XmlElement('table')])],
  ['mention', (fragment) => fragment.insert(0, [entry(new Y.XmlElement('mention'))])],
  [
    'comment',
    (fragment) => {
      const text = new Y.XmlText()
      text.insert(0, 'words', { comment: { id: 1 } })
      fragment.insert(0, [entry(text)])
    },
  ],
  ['YXmlText', (fragment) => fragment.insert(0, [new Y.XmlText('stray')])],
])('%s is not', (name, add) => {
  expect(findUnknownContent(pageWith(add))).toBe(name)
})

test('a page with unknown content is not opened and nothing of it is lost', () => {
  const { ana, ben } = twoWriters([{ id: 'a', text: 'One' }])
  ana.destroy()
  ben.destroy()
  fragmentOf(ben.doc).insert(1, [new Y.XmlElement('table')])
  const before = fragmentOf(ben.doc).toJSON()
  let told = ''
  expect(createPageEditor({ doc: ben.doc, page: PAGE, me: ben.context.me, onUnknownContent: (name) => (told = name) })).toBeUndefined()
  expect(told).toBe('table')
  expect(fragmentOf(ben.doc).toJSON()).toBe(before)
})

test('an open page is closed before unknown content that arrives can be deleted', () => {
  const { ana, ben } = twoWriters([{ id: 'a', text: 'One' }])
  ben.destroy()
  const text = fragmentOf(ben.doc).get(0) as Y.XmlElement
  ;(text.get(0) as Y.XmlText).format(0, 3, { comment: { id: 1 } })
  fragmentOf(ben.doc).insert(1, [new Y.XmlElement('table')])
  const before = fragmentOf(ben.doc).toJSON()
  let updates = 0
  ana.doc.on('update', (_update: Uint8Array, origin: unknown) => (updates += origin === 'wire' ? 0 : 1))
  meet(ana, ben)
  expect(ana.editor.isDestroyed).toBe(true)
  expect(updates).toBe(0)
  expect(fragmentOf(ana.doc).toJSON()).toBe(before)
  expect(fragmentOf(ben.doc).toJSON()).toBe(before)
})
