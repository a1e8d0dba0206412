/** A page without any block says so, and to a reader one without any words. Nothing is written for that: two people who open it would write it twice. */
import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { pageWords } from '../words/page.ts'

export const EmptyPage = Extension.create({
  name: 'emptyPage',

  addProseMirrorPlugins() {
    const { editor } = this
    return [
      new Plugin({
        props: {
          attributes: ({ doc }): Record<string, string> => {
            if (!editor.isEditable) return doc.textContent === '' ? { 'data-empty-page': pageWords.emptyPageToRead } : {}
            return doc.childCount === 0 ? { 'data-empty-page': pageWords.emptyPage } : {}
          },
        },
      }),
    ]
  },
})
