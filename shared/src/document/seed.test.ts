/** A new journal holds its template: readable, with ids, and a place to write at the end. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { BlockId } from '../ids.ts'
import { readAllFacts } from './facts.ts'
import { listPages, metaOf } from './journal-doc.ts'
import { isLineKind, isStructuredKind } from './kinds.ts'
import { readBlocks } from './read-blocks.ts'
import { repairBlockIds } from './repair.ts'
import { SCHEMA_VERSION } from './schema.ts'
import { seedJournal } from './seed.ts'
import { templatesIn } from './templates/our-templates.ts'
import { TemplateId } from './templates/template.ts'

const TEMPLATES = templatesIn('en')

function seeded(template: TemplateId): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, seedJournal(template))
  return doc
}

test.for(TemplateId.options)('%s has the pages and blocks of its template, each with an id of its own', (template) => {
  const doc = seeded(template)
  const pages = listPages(doc)
  expect(pages.map(({ kind, title }) => ({ kind, title }))).toEqual(TEMPLATES[template].pages.map(({ kind, title }) => ({ kind, title })))
  const blocks = pages.flatMap((page) => readBlocks(doc, page.id))
  expect(blocks.map(({ kind, text }) => ({ kind, text }))).toEqual(
    TEMPLATES[template].pages.flatMap((page) => page.blocks.map(({ kind, text }) => ({ kind, text: text ?? '' }))),
  )
  expect(new Set(blocks.map(({ id }) => id)).size).toBe(blocks.length)
  expect(blocks.every(({ id }) => id.length >= 20)).toBe(true)
  expect(repairBlockIds(doc)).toBe(false)
})

test.for(TemplateId.options)('%s ends with a line to write on and uses kinds this program knows', (template) => {
  for (const { blocks } of TEMPLATES[template].pages) {
    expect(blocks.at(-1)?.kind).toBe('text')
    expect(blocks.every(({ kind }) => isLineKind(kind) || isStructuredKind(kind))).toBe(true)
  }
})

test('the document says its schema and template', () => {
  const meta = metaOf(seeded('fresh-start'))
  expect(meta.get('schema')).toBe(SCHEMA_VERSION)
  expect(meta.get('template')).toBe('fresh-start')
})

test('all of a seed comes from one client id, so that one person can own it', () => {
  const decoded = Y.decodeUpdate(seedJournal('fresh-start'))
  expect(new Set(decoded.structs.map((struct) => struct.id.client)).size).toBe(1)
})

test('a template says of whom an expectation is, so that whoever writes it need not', () => {
  const doc = seeded('fresh-start')
  const expectations = listPages(doc).flatMap((page) => readBlocks(doc, page.id).filter(({ kind }) => kind === 'expectation'))
  expect(expectations.map(({ id }) => readAllFacts(doc).get(id as BlockId))).toEqual([{ direction: 'myself' }, { direction: 'you' }])
})
