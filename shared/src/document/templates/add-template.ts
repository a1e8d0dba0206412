/** Puts a template into a document beside what is there: with new ids, and without touching anything. */
import * as Y from 'yjs'
import { newBlockId, newId, type PageId } from '../../ids.ts'
import { writeFacts } from '../facts.ts'
import { addPage, listPages, pageFragment } from '../journal-doc.ts'
import type { Template, TemplateBlock } from './template.ts'

/** Adds the template's pages behind the others and says which they are. A journal keeps one agreement; a further one comes as a note, under the template's own name. */
export function addTemplatePages(doc: Y.Doc, template: Template, name?: string): readonly PageId[] {
  let hasAgreement = listPages(doc).some((page) => page.kind === 'agreement' && !page.archivedAt)
  return doc.transact(() =>
    template.pages.map(({ kind, title, blocks }) => {
      const id = newId() as PageId
      const isFurther = kind === 'agreement' && hasAgreement
      addPage(doc, id, isFurther ? { kind: 'note', title: name ?? title } : { kind, title })
      hasAgreement ||= kind === 'agreement'
      addTemplateBlocks(doc, id, blocks)
      return id
    }),
  )
}

/** Adds blocks at the end of a page, in one transaction of this origin. */
export function addTemplateBlocks(doc: Y.Doc, page: PageId, blocks: readonly TemplateBlock[], origin?: unknown): void {
  insertTemplateBlocks(doc, page, { blocks, at: pageFragment(doc, page).length, origin })
}

interface Insertion {
  readonly blocks: readonly TemplateBlock[]
  /** Before which of the page's children. */
  readonly at: number
  readonly origin?: unknown
}

export function insertTemplateBlocks(doc: Y.Doc, page: PageId, { blocks, at, origin }: Insertion): void {
  doc.transact(() => {
    pageFragment(doc, page).insert(
      at,
      blocks.map((block) => blockElement(doc, block)),
    )
  }, origin)
}

function blockElement(doc: Y.Doc, block: TemplateBlock): Y.XmlElement {
  const element = new Y.XmlElement('entry')
  const id = block.id ?? newBlockId()
  for (const [field, value] of Object.entries(block.facts ?? {})) if (value !== undefined) writeFacts(doc, id, { [field]: value })
  element.setAttribute('id', id)
  element.setAttribute('kind', block.kind)
  if (block.indent) element.setAttribute('indent', String(block.indent))
  if (block.hint) element.setAttribute('hint', block.hint)
  // Also where nothing is written yet: two people who begin an empty block at once must write into the same place.
  element.insert(0, [new Y.XmlText(block.text ?? '')])
  return element
}
