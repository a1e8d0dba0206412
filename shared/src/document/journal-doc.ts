/** Where things are in a journal's Y.Doc. The only file that knows the root names. */
import * as Y from 'yjs'
import { z } from 'zod'
import { Day, Millis, type PageId } from '../ids.ts'
import { titleText, writeTitle } from './title.ts'

export const PageKind = z.enum(['agreement', 'meeting', 'note'])
export type PageKind = z.infer<typeof PageKind>

/** What the pages map says of one page. Fields of newer programs are kept and not read. */
export const Page = z.object({
  kind: PageKind.catch('note'),
  title: z.string().catch(''),
  /** The day of a meeting. */
  day: Day.nullish().catch(null),
  /** Where it stands among its kind: ascending, ties by id. Any finite number, so a page fits between two others. */
  order: z.number().catch(0),
  startedAt: Millis.nullish().catch(null),
  endedAt: Millis.nullish().catch(null),
  archivedAt: Millis.nullish().catch(null),
})
export type Page = z.infer<typeof Page>
export type ListedPage = Page & { readonly id: PageId }

/** A fact's value: what fits into one Y.Map entry and is compared as a whole. */
export type FactValue = string | number | boolean | null

export function pagesOf(doc: Y.Doc): Y.Map<Y.Map<unknown>> {
  return doc.getMap('pages')
}

/** The prose of one page. Bound to an editor only while the page is on the screen. */
export function pageFragment(doc: Y.Doc, page: PageId): Y.XmlFragment {
  return doc.getXmlFragment(`page:${page}`)
}

/** Facts of all blocks under `"<blockId>/<field>"`; see facts.ts. */
export function factsOf(doc: Y.Doc): Y.Map<FactValue> {
  return doc.getMap('facts')
}

export function metaOf(doc: Y.Doc): Y.Map<FactValue> {
  return doc.getMap('meta')
}

/** Every page, archived ones too, in order. Entries that are not pages are left out. */
export function listPages(doc: Y.Doc): ListedPage[] {
  const pages: ListedPage[] = []
  for (const [id, fields] of pagesOf(doc)) {
    if (!(fields instanceof Y.Map)) continue
    const page = Page.safeParse(fields.toJSON())
    if (page.success) pages.push({ ...page.data, id: id as PageId })
  }
  return pages.toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
}

/** Writes a new page, at the end of the list unless `order` is given. */
export function addPage(doc: Y.Doc, id: PageId, page: Partial<Page> & { kind: PageKind; title: string }): void {
  const last = listPages(doc).at(-1)
  const fields = new Y.Map<unknown>()
  for (const [field, value] of Object.entries({ order: (last?.order ?? 0) + 1, ...page, title: titleText(page.title) })) fields.set(field, value)
  pagesOf(doc).set(id, fields)
}

/** Changes some fields of a page; one write each, so that two people renaming and moving a page both succeed. Does nothing if the page is gone. */
export function changePage(doc: Y.Doc, id: PageId, { title, ...change }: Partial<Page>): void {
  const fields = pagesOf(doc).get(id)
  if (!(fields instanceof Y.Map)) return
  doc.transact(() => {
    if (title !== undefined) writeTitle(fields, titleOf(fields), title)
    for (const [field, value] of Object.entries(change)) fields.set(field, value)
  })
}

/** Changes a title as somebody did who saw `before`: what others have written into it meanwhile stays. */
export function renamePage(doc: Y.Doc, id: PageId, { before, after }: { readonly before: string; readonly after: string }): void {
  const fields = pagesOf(doc).get(id)
  if (fields instanceof Y.Map) doc.transact(() => writeTitle(fields, before, after))
}

function titleOf(fields: Y.Map<unknown>): string {
  const title = fields.get('title')
  return title instanceof Y.Text ? title.toString() : ''
}
