/** The pages of an open journal, as they change. */
import { type ListedPage, listPages, pagesOf } from '@tandem/shared/document/journal-doc.ts'
import { useMemo, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'

export function usePages(doc: Y.Doc): readonly ListedPage[] {
  const store = useMemo(() => pageStore(doc), [doc])
  return useSyncExternalStore(store.subscribe, store.get)
}

function pageStore(doc: Y.Doc) {
  let pages = listPages(doc)
  return {
    get: () => pages,
    subscribe(listener: () => void) {
      const onChange = (): void => {
        pages = listPages(doc)
        listener()
      }
      // What came in between the first reading and now.
      onChange()
      pagesOf(doc).observeDeep(onChange)
      return () => pagesOf(doc).unobserveDeep(onChange)
    },
  }
}
