/**
 * The editor of one page, without React: a Tiptap editor bound to the page's fragment, with everything that keeps the
 * document sound around it. Created only when the document is ready: an empty editable page would look like lost words.
 */
import { Editor } from '@tiptap/core'
import { Selection } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { pageFragment } from '@tandem/shared/document/journal-doc.ts'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { pageWords } from '../words/page.ts'
import { preparePageUndo } from './binding/page-undo.ts'
import { repairAfterRemoteEdits } from './blocks/repair-after-remote-edits.ts'
import { keepRoomForWords } from './blocks/room-for-words.ts'
import { createPageContext, type PageContextOptions } from './create-page-context.ts'
import { FACT_ORIGIN } from './facts/fact-writes.ts'
import type { FactsIndex } from '@tandem/shared/document/facts-index.ts'
import type { PageContext, VouchedOf } from './page-context.ts'
import { pageExtensions } from './page-extensions.ts'
import type { PagePerson } from './people.ts'
import { findUnknownContent, watchForUnknownContent } from './unknown-content.ts'

export interface PageEditorOptions extends PageContextOptions {
  readonly awareness?: Awareness | null
  /** Where to draw; nothing is seen without it, and everything else works. */
  readonly element?: HTMLElement | undefined
  readonly editable?: boolean
  /** The name of the page, for those who hear it. */
  readonly label?: string
  /** The page holds what this program does not know; the editor is closed, or was never made. */
  readonly onUnknownContent?: (name: string) => void
}

export interface PageEditorHandle {
  readonly editor: Editor
  readonly context: PageContext
  readonly facts: FactsIndex
  readonly undoManager: Y.UndoManager
  readonly setPeople: (people: readonly PagePerson[]) => void
  readonly setVouchedOf: (vouchedOf: VouchedOf) => void
  readonly setMayComment: (mayComment: boolean) => void
  readonly setEditable: (isEditable: boolean) => void
  readonly setLabel: (label: string) => void
  /** Says the day and the names anew, for instance after midnight. */
  readonly refresh: () => void
  /** What others' edits have doubled is put right at once. Done by itself before a key or press of this person. */
  readonly repairNow: () => void
  readonly destroy: () => void
}

/** Opens a page; `undefined` when it holds something this program does not know, after telling so. */
export function createPageEditor(options: PageEditorOptions): PageEditorHandle | undefined {
  const { doc, page, awareness = null, onUnknownContent } = options
  const fragment = pageFragment(doc, page)
  const unknown = findUnknownContent(fragment)
  if (unknown !== undefined) {
    onUnknownContent?.(unknown)
    return undefined
  }

  const { context, setPeople, setVouchedOf, setMayComment, refresh, destroy: destroyContext } = createPageContext(options)
  const shown = { isEditable: options.editable ?? true, label: options.label ?? '' }
  const editor = new Editor({
    element: options.element ?? document.createElement('div'),
    editable: shown.isEditable,
    injectCSS: false,
    // Marks in pasted Markdown are read with its lines; the kit's own rules take a sum like 2 * 3 * 4 for a mark.
    enablePasteRules: ['link'],
    editorProps: { attributes: describe(shown) },
    extensions: pageExtensions(context, awareness),
  })
  const undoManager = preparePageUndo(editor.state, doc)
  editor.view.dispatch(editor.state.tr.setSelection(Selection.atStart(editor.state.doc)).setMeta('addToHistory', false))

  let isOpen = true
  const destroy = () => {
    if (!isOpen) return
    isOpen = false
    stopWatching()
    stopKeepingRoom()
    stopListening()
    repairs.stop()
    editor.destroy()
    destroyContext()
  }
  const stopWatching = watchForUnknownContent(fragment, (name) => {
    destroy()
    onUnknownContent?.(name)
  })
  const stopKeepingRoom = keepRoomForWords(doc, fragment)
  const repairs = repairAfterRemoteEdits(doc, { isAllowed: () => editor.isEditable, isOurs: (origin) => origin === ySyncPluginKey || origin === FACT_ORIGIN })
  const stopListening = beforeActing(editor.view.dom.ownerDocument, repairs.now)

  return {
    editor,
    context,
    facts: context.facts,
    undoManager,
    setPeople,
    setVouchedOf,
    setMayComment,
    refresh,
    repairNow: repairs.now,
    setEditable: (isEditable) => {
      shown.isEditable = isEditable
      editor.setEditable(isEditable, false)
      editor.setOptions({ editorProps: { attributes: describe(shown) } })
      refresh()
    },
    setLabel: (label) => {
      shown.label = label
      editor.setOptions({ editorProps: { attributes: describe(shown) } })
    },
    destroy,
  }
}

/** Calls before a key or a press of this person does anything, on the page or in a menu of it. Returns how to stop. */
function beforeActing(document: Document, act: () => void): () => void {
  const signs = ['keydown', 'beforeinput', 'pointerdown'] as const
  for (const sign of signs) document.addEventListener(sign, act, { capture: true })
  return () => {
    for (const sign of signs) document.removeEventListener(sign, act, { capture: true })
  }
}

/** A page that can only be read is not a field to type in. */
function describe({ isEditable, label }: { readonly isEditable: boolean; readonly label: string }): Record<string, string> {
  const name = { class: 'page-words', 'aria-label': pageWords.editor(label), spellcheck: 'true' }
  return isEditable ? { ...name, role: 'textbox', 'aria-multiline': 'true' } : { ...name, role: 'document' }
}
