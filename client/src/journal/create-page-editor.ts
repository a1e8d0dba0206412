/**
 * The editor of one page, without React: a Tiptap editor bound to the page's fragment, with everything that keeps the
 * document sound around it. Created only when the document is ready: an empty editable page would look like lost words.
 */
import { Editor } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { Selection as LeftSelection } from '@tiptap/extensions'
import { Selection } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { pageFragment } from '@tandem/shared/document/journal-doc.ts'
import type { Day, PageId, PersonId } from '@tandem/shared/ids.ts'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { pageWords } from '../words/page.ts'
import { preparePageUndo } from './binding/page-undo.ts'
import { WriteByBlock } from './binding/write-by-block.ts'
import { BlockIds } from './blocks/block-ids.ts'
import { createCutMemory } from './blocks/cut-memory.ts'
import { repairAfterRemoteEdits } from './blocks/repair-after-remote-edits.ts'
import { keepRoomForWords } from './blocks/room-for-words.ts'
import { OthersCarets } from './carets.ts'
import { CaretBlock } from './caret-block.ts'
import { EmptyPage } from './empty-page.ts'
import { EntryRendering } from './entry/entry-rendering.ts'
import { createBlockWords, findBlockWords, standsOnOtherPage } from './facts/block-words.ts'
import { dayOf } from './facts/days.ts'
import { createFactsIndex, type FactsIndex } from './facts/facts-index.ts'
import { copyFacts, FACT_ORIGIN } from './facts/fact-writes.ts'
import { StartFacts } from './facts/start-facts.ts'
import { FreshSelection } from './fresh-selection.ts'
import { HeadingLevels } from './heading-levels.ts'
import { LineBelow } from './line-below.ts'
import { PageKeys } from './keys/page-keys.ts'
import { MarkdownShortcuts } from './keys/markdown-shortcuts.ts'
import { CaretKeys } from './keys/caret-keys.ts'
import { pageSchema } from './nodes/page-schema.ts'
import { PasteAsBlocks } from './blocks/paste-as-blocks.ts'
import type { PageContext, PageScreen } from './page-context.ts'
import { type PagePerson, peopleOf } from './people.ts'
import { SlashTrigger } from './slash/slash-trigger.ts'
import { findUnknownContent, watchForUnknownContent } from './unknown-content.ts'

export interface PageEditorOptions {
  readonly doc: Y.Doc
  readonly page: PageId
  readonly me: PersonId
  readonly people?: readonly PagePerson[]
  readonly awareness?: Awareness | null
  /** Where to draw; nothing is drawn without it, and everything else works. */
  readonly element?: HTMLElement | undefined
  readonly editable?: boolean
  readonly locale?: string
  /** The name of the page, for those who hear it. */
  readonly label?: string
  readonly now?: () => Date
  /** The page holds what this program does not know; the editor is closed, or was never made. */
  readonly onUnknownContent?: (name: string) => void
  readonly screen?: PageScreen
}

const NO_SCREEN: PageScreen = { openFacts: () => undefined, openBlockMenu: () => undefined, openLink: () => undefined }

export interface PageEditorHandle {
  readonly editor: Editor
  readonly context: PageContext
  readonly facts: FactsIndex
  readonly undoManager: Y.UndoManager
  readonly setPeople: (people: readonly PagePerson[]) => void
  readonly setLabel: (label: string) => void
  /** Says the day and the names anew, for instance after midnight. */
  readonly refresh: () => void
  readonly destroy: () => void
}

/** Opens a page; `undefined` when it holds something this program does not know, after telling so. */
export function createPageEditor(options: PageEditorOptions): PageEditorHandle | undefined {
  const { doc, page, me, awareness, onUnknownContent, locale = 'en', now = () => new Date() } = options
  const fragment = pageFragment(doc, page)
  const unknown = findUnknownContent(fragment)
  if (unknown !== undefined) {
    onUnknownContent?.(unknown)
    return undefined
  }

  const facts = createFactsIndex(doc)
  const listeners = new Set<() => void>()
  let people = peopleOf(options.people ?? [])
  const today = (): Day => dayOf(now())
  const context: PageContext = {
    doc,
    page,
    me,
    facts,
    today,
    factContext: () => ({ people, locale, today: today(), wordsOf: blockWords.of }),
    onContextChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    screen: options.screen ?? NO_SCREEN,
  }
  const cuts = createCutMemory(doc)
  const blockWords = createBlockWords(doc, { page, onChange: () => refresh() })

  const editor = new Editor({
    element: options.element ?? document.createElement('div'),
    editable: options.editable ?? true,
    injectCSS: false,
    editorProps: {
      attributes: { class: 'page-words', role: 'textbox', 'aria-multiline': 'true', 'aria-label': pageWords.editor(options.label ?? ''), spellcheck: 'true' },
    },
    extensions: [
      ...pageSchema,
      Collaboration.configure({ fragment, yUndoOptions: { trackedOrigins: [FACT_ORIGIN], protectedNodes: new Set(['entry', 'paragraph', 'codeBlock']) } }),
      OthersCarets.configure({ awareness: awareness ?? null }),
      BlockIds.configure({
        standsElsewhere: (id) => standsOnOtherPage(doc, { id, page }),
        isKnown: (id) => cuts.has(id) || findBlockWords(doc, { id, page }) !== undefined,
        onRemoved: (ids) => cuts.remember(ids),
        onCopied: (copies) => copies.forEach(({ from, to }) => copyFacts(doc, from, to)),
      }),
      PageKeys.configure({ context }),
      CaretKeys,
      MarkdownShortcuts,
      StartFacts.configure({ context }),
      EntryRendering.configure({ context }),
      PasteAsBlocks,
      SlashTrigger,
      CaretBlock,
      LeftSelection.configure({ className: 'left-selection' }),
      HeadingLevels,
      EmptyPage,
      LineBelow,
      FreshSelection,
      WriteByBlock,
    ],
  })
  const undoManager = preparePageUndo(editor.state, doc)
  editor.view.dispatch(editor.state.tr.setSelection(Selection.atStart(editor.state.doc)).setMeta('addToHistory', false))

  let isOpen = true
  const destroy = () => {
    if (!isOpen) return
    isOpen = false
    stopWatching()
    stopKeepingRoom()
    repairs.stop()
    editor.destroy()
    facts.destroy()
    blockWords.destroy()
    listeners.clear()
  }
  const stopWatching = watchForUnknownContent(fragment, (name) => {
    destroy()
    onUnknownContent?.(name)
  })
  const stopKeepingRoom = keepRoomForWords(doc, fragment)
  const repairs = repairAfterRemoteEdits(doc, { isAllowed: () => editor.isEditable, isOurs: (origin) => origin === ySyncPluginKey || origin === FACT_ORIGIN })
  const refresh = () => listeners.forEach((listener) => listener())

  return {
    editor,
    context,
    facts,
    undoManager,
    refresh,
    setPeople: (next) => {
      people = peopleOf(next)
      refresh()
    },
    setLabel: (label) => editor.view.dom.setAttribute('aria-label', pageWords.editor(label)),
    destroy,
  }
}
