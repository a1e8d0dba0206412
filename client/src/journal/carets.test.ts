// @vitest-environment jsdom
/** The carets of the others: drawn when one of them has moved, and only then. */
import { addPage, pageFragment } from '@tandem/shared/document/journal-doc.ts'
import type { PageId, PersonId } from '@tandem/shared/ids.ts'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { Awareness, encodeAwarenessUpdate, applyAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { createPageEditor } from './create-page-editor.ts'

const PAGE = 'page' as PageId

beforeEach(() => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
})

test('a caret of one’s own that moves draws nothing, one of another’s is drawn', () => {
  const doc = new Y.Doc()
  addPage(doc, PAGE, { kind: 'note', title: 'Page' })
  const entry = new Y.XmlElement('entry')
  entry.setAttribute('id', 'a')
  entry.insert(0, [new Y.XmlText('Words')])
  pageFragment(doc, PAGE).insert(0, [entry])
  const awareness = new Awareness(doc)
  const ana = createPageEditor({ doc, page: PAGE, me: 'ana' as PersonId, awareness })
  if (!ana) throw new Error('The page could not be opened')
  const others = new Awareness(new Y.Doc())
  onTestFinished(() => {
    ana.destroy()
    awareness.destroy()
    others.destroy()
  })
  const cursor = Y.createRelativePositionFromTypeIndex(entry.get(0) as Y.XmlText, 2)
  vi.advanceTimersByTime(10)
  let drawings = 0
  ana.editor.on('transaction', () => {
    drawings += 1
  })

  awareness.setLocalStateField('cursor', { anchor: cursor, head: cursor })
  vi.advanceTimersByTime(10)
  expect(drawings).toBe(0)

  others.setLocalState({ user: { name: 'Ben', hue: 1 }, cursor: { anchor: cursor, head: cursor } })
  applyAwarenessUpdate(awareness, encodeAwarenessUpdate(others, [others.clientID]), 'wire')
  vi.advanceTimersByTime(10)
  expect(drawings).toBe(1)
  expect(ana.editor.view.dom.querySelector('.others-caret')?.getAttribute('data-name')).toBe('Ben')
})
