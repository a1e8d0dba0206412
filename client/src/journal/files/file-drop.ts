/** Files that are pasted or dropped into the page. Where words come with them, as from a word processor, the words are pasted. */
import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { caretBlock, findBlockAt } from '../blocks/page-blocks.ts'
import type { PageContext } from '../page-context.ts'

export const FileDrop = Extension.create<{ readonly context: PageContext | null }>({
  name: 'fileDrop',
  priority: 990,

  addOptions() {
    return { context: null }
  },

  addProseMirrorPlugins() {
    const { context } = this.options
    if (!context) return []
    return [
      new Plugin({
        props: {
          handlePaste: (view, { clipboardData }) => {
            const files = [...(clipboardData?.files ?? [])]
            if (!view.editable || files.length === 0 || clipboardData?.types.includes('text/plain')) return false
            context.screen.addFiles(files, idOf(caretBlock(view.state)))
            return true
          },
          handleDrop: (view, event) => {
            const files = [...(event.dataTransfer?.files ?? [])]
            if (!view.editable || files.length === 0) return false
            context.screen.addFiles(files, blockUnder(view, event))
            return true
          },
        },
      }),
    ]
  },
})

function blockUnder(view: EditorView, { clientX, clientY }: DragEvent): string | undefined {
  const place = view.posAtCoords({ left: clientX, top: clientY })
  return idOf(place ? findBlockAt(view.state.doc, place.pos) : undefined)
}

function idOf(block: ReturnType<typeof caretBlock>): string | undefined {
  return (block?.node.attrs['id'] as string | null | undefined) ?? undefined
}
