import { pageFragment } from '@tandem/shared/document/journal-doc.ts'
import { readBlocks } from '@tandem/shared/document/read-blocks.ts'
import type { PageId } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { restoreWords } from './restore-words.ts'

const PAGE = 'p' as PageId

function pageWith(...children: readonly (Y.XmlText | Y.XmlElement)[]) {
  const doc = new Y.Doc()
  const entry = new Y.XmlElement('entry')
  entry.setAttribute('id', 'b')
  entry.insert(0, [...children])
  pageFragment(doc, PAGE).insert(0, [entry])
  return doc
}

const textOf = (doc: Y.Doc) => readBlocks(doc, PAGE)[0]?.text

test.for<[string, string]>([
  ['Ben answers in three days.', 'Ben answers within two days.'],
  ['', 'Ben answers.'],
  ['Ben answers.', ''],
])('%s becomes %s again', ([now, before]) => {
  const doc = pageWith(new Y.XmlText(now))
  restoreWords(doc, { page: PAGE, block: 'b', words: before })
  expect(textOf(doc)).toBe(before)
})

test('what the other types elsewhere in it meanwhile survives', () => {
  const doc = pageWith(new Y.XmlText('Ben answers in three days.'))
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  const element = pageFragment(other, PAGE).get(0) as Y.XmlElement
  ;(element.get(0) as Y.XmlText).insert(26, ' Or says so.')
  restoreWords(doc, { page: PAGE, block: 'b', words: 'Ben answers in two days.' })
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
  expect(textOf(doc)).toBe('Ben answers in two days. Or says so.')
})

test('words with line breaks are written whole', () => {
  const doc = pageWith(new Y.XmlText('Ben'), new Y.XmlElement('hardBreak'), new Y.XmlText('answers'))
  restoreWords(doc, { page: PAGE, block: 'b', words: 'Ben answers' })
  expect(textOf(doc)).toBe('Ben answers')
})
