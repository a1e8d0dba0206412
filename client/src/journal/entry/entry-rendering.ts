/** Gives every entry its plain-DOM view. */
import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { PageContext } from '../page-context.ts'
import { EntryView } from './entry-view.ts'

export const EntryRendering = Extension.create<{ readonly context: PageContext | null }>({
  name: 'entryRendering',

  addOptions() {
    return { context: null }
  },

  addProseMirrorPlugins() {
    const { context } = this.options
    if (!context) return []
    return [new Plugin({ props: { nodeViews: { entry: (node, view) => new EntryView(node, { view, context }) } } })]
  },
})
