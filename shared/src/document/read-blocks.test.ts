/** Blocks are read without an editor, whatever program wrote them. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { PageId } from '../ids.ts'
import { pageFragment } from './journal-doc.ts'
import { readBlocks } from './read-blocks.ts'

const page = 'page' as PageId

function element(name: string, attributes: Record<string, string | number>, children: (Y.XmlText | Y.XmlElement)[] = []): Y.XmlElement {
  const made = new Y.XmlElement<Record<string, string | number>>(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.insert(0, children)
  return made as Y.XmlElement
}

test('an entry is read with its kind, indent and words; a hard break is a newline and marks are no words', () => {
  const doc = new Y.Doc()
  const bold = new Y.XmlText()
  bold.applyDelta([{ insert: 'Draft ' }, { insert: 'the RFC', attributes: { bold: {} } }])
  const entry = element('entry', { id: 'a', kind: 'action', indent: 2 }, [bold, element('hardBreak', {}), new Y.XmlText('for Priya')])
  pageFragment(doc, page).insert(0, [entry])
  expect(readBlocks(doc, page)).toEqual([{ id: 'a', node: 'entry', kind: 'action', indent: 2, text: 'Draft the RFC\nfor Priya' }])
})

test('lines of a stock program have no id, other nodes are their own kind, stray text is left out', () => {
  const doc = new Y.Doc()
  pageFragment(doc, page).insert(0, [
    element('paragraph', {}, [new Y.XmlText('plain')]),
    element('divider', { id: 'd' }),
    new Y.XmlText('stray'),
    element('entry', { id: 'e', indent: 'deep' }),
  ])
  expect(readBlocks(doc, page)).toEqual([
    { id: '', node: 'paragraph', kind: 'paragraph', indent: 0, text: 'plain' },
    { id: 'd', node: 'divider', kind: 'divider', indent: 0, text: '' },
    { id: 'e', node: 'entry', kind: 'text', indent: 0, text: '' },
  ])
})
