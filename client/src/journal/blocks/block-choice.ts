/** Choosing whole blocks by keyboard, mouse and finger, and what the keys do while some are chosen. */
import { Extension } from '@tiptap/core'
import { Fragment, Slice } from '@tiptap/pm/model'
import { type EditorState, Plugin, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { isFromYjs } from './block-ids.ts'
import { chooseAll, chooseBlocks, chooseNext, chosenBlocks, chosenKey, type ChosenRange, deleteChosen, endChoosing } from './chosen-blocks.ts'
import { findBlockAt, findBlockById } from './page-blocks.ts'

export const BlockChoice = Extension.create({
  name: 'blockChoice',
  // Before the keys of the page, which are for words.
  priority: 920,
  addProseMirrorPlugins: () => [choosing()],
})

function choosing(): Plugin {
  let isByFinger = false
  return new Plugin<ChosenRange | null>({
    key: chosenKey,
    state: { init: () => null, apply: nextRange },
    props: {
      decorations: (state) => {
        const blocks = chosenBlocks(state)
        if (blocks.length === 0) return null
        return DecorationSet.create(
          state.doc,
          blocks.map(({ pos, node }) => Decoration.node(pos, pos + node.nodeSize, { class: 'block-chosen' })),
        )
      },
      attributes: (state): Record<string, string> => (chosenKey.getState(state) ? { 'data-choosing': 'true' } : {}),
      handleKeyDown: (view, event) => isChoosing(view) && pressed(view, event),
      // Letters would go to a caret that nobody sees.
      handleTextInput: isChoosing,
      handleDOMEvents: {
        pointerdown: (_view, event) => {
          isByFinger = event.pointerType === 'touch'
          return false
        },
        // The press of a finger comes as one of the mouse as well, when it was neither a scroll nor a drag.
        mousedown: (view, event) => (isByFinger || event.shiftKey) && widen(view, event),
        copy: (view, event) => toClipboard(view, event),
        cut: (view, event) => {
          if (!toClipboard(view, event)) return false
          dispatch(view, view.editable ? deleteChosen(view.state) : undefined)
          return true
        },
      },
    },
  })
}

function nextRange(tr: Transaction, before: ChosenRange | null, _old: EditorState, state: EditorState): ChosenRange | null {
  const meta = tr.getMeta(chosenKey) as ChosenRange | 'end' | undefined
  if (meta) return meta === 'end' ? null : meta
  if (!before || (tr.selectionSet && !tr.docChanged && !isFromYjs(tr))) return null
  return !tr.docChanged || (findBlockById(state.doc, before.anchor) && findBlockById(state.doc, before.head)) ? before : null
}

function isChoosing({ state }: EditorView): boolean {
  return chosenBlocks(state).length > 0
}

/** Takes everything along up to where was pressed. A second touch on the only one chosen is the way back to writing. */
function widen(view: EditorView, event: MouseEvent): boolean {
  const range = chosenKey.getState(view.state)
  const place = view.posAtCoords({ left: event.clientX, top: event.clientY })
  const id = place && (findBlockAt(view.state.doc, place.pos)?.node.attrs['id'] as unknown)
  if (!range || typeof id !== 'string') return false
  event.preventDefault()
  const isOnlyOne = range.anchor === id && range.head === id
  return dispatch(view, isOnlyOne ? endChoosing(view.state) : chooseBlocks(view.state, { anchor: range.anchor, head: id }))
}

function pressed(view: EditorView, event: KeyboardEvent): boolean {
  const { state } = view
  const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey
  const step = event.key === 'ArrowUp' ? -1 : 1
  switch (event.key) {
    case 'ArrowUp':
    case 'ArrowDown':
      return isPlain && (dispatch(view, chooseNext(state, step, { isExtending: event.shiftKey })) || true)
    case 'Escape':
    case 'Enter':
      return isPlain && dispatch(view, endChoosing(state))
    case 'Backspace':
    case 'Delete':
      return dispatch(view, view.editable ? deleteChosen(state) : undefined)
    case 'a':
      return (event.ctrlKey || event.metaKey) && dispatch(view, chooseAll(state))
    default:
      return false
  }
}

function dispatch(view: EditorView, tr: Transaction | undefined): boolean {
  if (tr) view.dispatch(tr)
  return tr !== undefined
}

/** Whole blocks, with what they are, for this and other programs. */
function toClipboard(view: EditorView, event: ClipboardEvent): boolean {
  const blocks = chosenBlocks(view.state)
  if (blocks.length === 0 || !event.clipboardData) return false
  const { dom, text } = view.serializeForClipboard(new Slice(Fragment.from(blocks.map(({ node }) => node)), 0, 0))
  event.preventDefault()
  event.clipboardData.clearData()
  event.clipboardData.setData('text/html', dom.innerHTML)
  event.clipboardData.setData('text/plain', text)
  return true
}
