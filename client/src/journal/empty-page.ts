/** A page without any block says so. Nothing is written for that: two people who open it would write it twice. */
import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { pageWords } from '../words/page.ts'

export const EmptyPage = Extension.create({
  name: 'emptyPage',

  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          attributes: (state): Record<string, string> => (state.doc.childCount === 0 ? { 'data-empty-page': pageWords.emptyPage } : {}),
        },
      }),
    ]
  },
})
