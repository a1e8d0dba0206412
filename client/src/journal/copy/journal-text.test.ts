import { writeFacts } from '@tandem/shared/document/facts.ts'
import { addPage, pageFragment } from '@tandem/shared/document/journal-doc.ts'
import type { BlockId, Day, PageId } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { peopleOf } from '../people.ts'
import { PEOPLE } from '../testing/people.ts'
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
    block('action', 'Send it', { id: 'b' }),
    block('goal', 'Lead the team', { id: 'g' }),
    block('bullet', 'small', { indent: '1' }),
    block('text', ''),
    line,
  ])
  line.insert(0, [marked])
  marked.insert(0, 'see ')
  marked.insert(4, 'this', { link: { href: 'https://example.org' } })
  writeFacts(doc, 'a' as BlockId, { owner: 'ana', due: '2026-05-20', end: 'done', ended: '2026-05-19' })
  writeFacts(doc, 'b' as BlockId, { owner: 'ben', due: '2026-05-20', goal: 'g' })
  writeFacts(doc, 'g' as BlockId, { status: 'on-track' })

  expect(journalText(doc, { title: 'Ana & Ben', people: peopleOf(PEOPLE), locale: 'en-GB' })).toBe(
    [
      '# Ana & Ben',
      '',
      '## First talk, 2026-05-18',
      '',
      '#### Steps',
      '',
      '- [x] Draft it (@Ana\u00A0· done 19 May 2026)',
      '- [ ] Send it (@Ben\u00A0· 20 May 2026\u00A0· for ◎ Lead the team)',
      '- ◎ Lead the team (on track)',
      '    - small',
      '',
      'see [this](https://example.org)',
      '',
    ].join('\n'),
  )
})
