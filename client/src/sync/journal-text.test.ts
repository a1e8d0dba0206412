import { writeFacts } from '@tandem/shared/document/facts.ts'
import { addPage, pageFragment } from '@tandem/shared/document/journal-doc.ts'
import type { BlockId, Day, PageId } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { journalText } from './journal-text.ts'

function block(kind: string, words: string, attributes: Readonly<Record<string, string>> = {}): Y.XmlElement {
  const element = new Y.XmlElement('entry')
  element.setAttribute('kind', kind)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  if (words) element.insert(0, [new Y.XmlText(words)])
  return element
}

test('a journal becomes Markdown that keeps kinds, facts and marks', () => {
  const doc = new Y.Doc()
  const page = 'p' as PageId
  addPage(doc, page, { kind: 'meeting', title: 'First talk', day: '2026-05-18' as Day })
  const marked = new Y.XmlText()
  const line = new Y.XmlElement('entry')
  pageFragment(doc, page).insert(0, [
    block('heading2', 'Steps'),
    block('action', 'Draft it', { id: 'a' }),
    block('bullet', 'small', { indent: '1' }),
    block('text', ''),
    line,
  ])
  line.insert(0, [marked])
  marked.insert(0, 'see ')
  marked.insert(4, 'this', { link: { href: 'https://example.org' } })
  writeFacts(doc, 'a' as BlockId, { owner: 'person-ana', due: '2026-05-20', end: 'done' })

  expect(journalText(doc, { title: 'Ana & Ben', names: new Map([['person-ana', 'Ana']]) })).toBe(
    [
      '# Ana & Ben',
      '',
      '## First talk, 2026-05-18',
      '',
      '#### Steps',
      '',
      '- [x] Draft it (owner: Ana, due: 2026-05-20, end: done)',
      '    - small',
      '',
      'see [this](https://example.org)',
      '',
    ].join('\n'),
  )
})
