/** Writing into a journal's document by hand, without an editor. */
import { writeFacts, type Facts } from '@tandem/shared/document/facts.ts'
import { addPage, changePage, type Page, pageFragment } from '@tandem/shared/document/journal-doc.ts'
import { topElements } from '@tandem/shared/document/read-blocks.ts'
import { type BlockId, newBlockId, newId, type PageId } from '@tandem/shared/ids.ts'
import * as Y from 'yjs'

export interface JournalActs {
  addPage(title: string, page?: Partial<Page>): PageId
  changePage(page: PageId, change: Partial<Page>): void
  /** A new block behind the others, or at a place among them. */
  add(page: PageId, block: { readonly kind: string; readonly words: string; readonly id?: BlockId; readonly at?: number; readonly facts?: Facts }): BlockId
  say(block: BlockId, words: string): void
  turn(block: BlockId, kind: string): void
  facts(block: BlockId, facts: Facts): void
  remove(block: BlockId): void
  /** As cut and paste do: the same id in another place, as a new element. */
  move(block: BlockId, to: PageId, at: number): void
}

/** What one may do with this document. */
export function journalActs(doc: Y.Doc): JournalActs {
  const find = (block: BlockId): Y.XmlElement => {
    for (const key of doc.share.keys()) {
      if (!key.startsWith('page:')) continue
      const found = topElements(pageFragment(doc, key.slice(5) as PageId)).find((element) => element.getAttribute('id') === block)
      if (found) return found
    }
    throw new Error(`There is no block ${block}.`)
  }
  const textOf = (element: Y.XmlElement) => element.toArray()[0] as Y.XmlText
  const remove = (element: Y.XmlElement) => {
    const parent = element.parent as Y.XmlFragment
    parent.delete(parent.toArray().indexOf(element), 1)
  }
  const insert = (page: PageId, at: number | undefined, { id, kind, words }: { id: BlockId; kind: string; words: string }) => {
    const fragment = pageFragment(doc, page)
    const element = new Y.XmlElement('entry')
    element.setAttribute('id', id)
    element.setAttribute('kind', kind)
    element.insert(0, [new Y.XmlText(words)])
    fragment.insert(Math.min(at ?? fragment.length, fragment.length), [element])
  }
  return {
    addPage: (title, page) => {
      const id = newId() as PageId
      addPage(doc, id, { kind: 'note', title, ...page })
      // The others know a fragment only once something asked for it.
      pageFragment(doc, id)
      return id
    },
    changePage: (page, change) => changePage(doc, page, change),
    add: (page, { kind, words, at, facts, id = newBlockId() }) => {
      doc.transact(() => {
        insert(page, at, { id, kind, words })
        if (facts) writeFacts(doc, id, facts)
      })
      return id
    },
    say: (block, words) =>
      doc.transact(() => {
        const text = textOf(find(block))
        text.delete(0, text.length)
        text.insert(0, words)
      }),
    turn: (block, kind) => find(block).setAttribute('kind', kind),
    facts: (block, facts) => writeFacts(doc, block, facts),
    remove: (block) => remove(find(block)),
    move: (block, to, at) =>
      doc.transact(() => {
        const element = find(block)
        const [kind, words] = [element.getAttribute('kind') ?? 'text', textOf(element).toString()]
        remove(element)
        insert(to, at, { id: block, kind, words })
      }),
  }
}
