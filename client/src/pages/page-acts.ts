/** What a person does to pages, as edits of the document. */
import { addPage, changePage, pageFragment, type PageKind } from '@tandem/shared/document/journal-doc.ts'
import { type Day, newBlockId, newId, type PageId } from '@tandem/shared/ids.ts'
import * as Y from 'yjs'
import type { NewOrder } from './page-groups.ts'

/** A new page with one empty line to write on. Only its maker makes the line, so it cannot double. */
export function createPage(doc: Y.Doc, page: { readonly kind: PageKind; readonly title: string; readonly day?: Day }): PageId {
  const id = newId() as PageId
  doc.transact(() => {
    addPage(doc, id, page)
    const line = new Y.XmlElement('entry')
    line.setAttribute('id', newBlockId())
    line.setAttribute('kind', 'text')
    pageFragment(doc, id).insert(0, [line])
  })
  return id
}

export function reorderPages(doc: Y.Doc, orders: readonly NewOrder[]): void {
  doc.transact(() => {
    for (const { id, order } of orders) changePage(doc, id, { order })
  })
}

/** Puts a page away; its words stay. */
export function archivePage(doc: Y.Doc, id: PageId, now: number): void {
  changePage(doc, id, { archivedAt: now })
}

export function unarchivePage(doc: Y.Doc, id: PageId): void {
  changePage(doc, id, { archivedAt: null })
}
