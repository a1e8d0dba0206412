import { readAllFacts } from '@tandem/shared/document/facts.ts'
import { listPages, pageFragment } from '@tandem/shared/document/journal-doc.ts'
import { readBlocks } from '@tandem/shared/document/read-blocks.ts'
import { addTemplatePages } from '@tandem/shared/document/templates/add-template.ts'
import { templatesIn } from '@tandem/shared/document/templates/our-templates.ts'
import type { Template } from '@tandem/shared/document/templates/template.ts'
import type { BlockId } from '@tandem/shared/ids.ts'
import { SavedPages } from '@tandem/shared/contracts/templates.ts'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { templateOfPage } from './template-of-page.ts'

function journalWith(template: Template): Y.Doc {
  const doc = new Y.Doc()
  addTemplatePages(doc, template)
  return doc
}

function firstPage(doc: Y.Doc) {
  const [page] = listPages(doc)
  if (!page) throw new Error('There is no page.')
  return page
}

test('a page becomes a template that makes the same page', () => {
  const template = templatesIn('en').promotion
  const doc = journalWith(template)
  const saved = templateOfPage(doc, firstPage(doc))
  expect(SavedPages.parse(saved)).toEqual(saved)
  // Its last line, which only asks to write, is the one a template ends with anyway.
  expect(saved[0]?.blocks.slice(0, -2)).toEqual(template.pages[0]?.blocks.slice(0, -1))
})

test('whose a block is, when it is due and how it ended stay behind', () => {
  const facts = { owner: 'ana', due: '2026-05-12', end: 'done', ask: 'input', direction: 'us' }
  const doc = journalWith({
    pages: [{ kind: 'note', title: 'N', blocks: [{ kind: 'topic', text: 'Billing', indent: 2, facts }, { kind: 'text' }, { kind: 'text' }] }],
  })
  expect(templateOfPage(doc, firstPage(doc))).toEqual([
    { kind: 'note', title: 'N', blocks: [{ kind: 'topic', text: 'Billing', indent: 2, facts: { ask: 'input', direction: 'us' } }, { kind: 'text' }] },
  ])
})

test('a template added to a journal touches nothing that is there', () => {
  const doc = journalWith(templatesIn('en')['fresh-start'])
  const before = { blocks: readBlocks(doc, firstPage(doc).id), facts: [...readAllFacts(doc)] }
  const added = addTemplatePages(doc, templatesIn('de')['fresh-start'], 'Neustart')
  const pages = listPages(doc)
  expect(pages.map(({ kind, title }) => [kind, title])).toEqual([
    ['agreement', 'Our agreement'],
    ['note', 'Neustart'],
  ])
  expect(pages.slice(1).map(({ id }) => id)).toEqual(added)
  expect(readBlocks(doc, firstPage(doc).id)).toEqual(before.blocks)
  expect([...readAllFacts(doc)].slice(0, before.facts.length)).toEqual(before.facts)
  const ids = pages.flatMap(({ id }) => readBlocks(doc, id).map((block) => block.id as BlockId))
  expect(new Set(ids).size).toBe(ids.length)
  expect(pageFragment(doc, firstPage(doc).id).length).toBe(before.blocks.length)
})
