/**
 * Words that threads hang on, lit quietly. The marks are drawn over the page and are no part of it: they follow every keystroke by themselves, and
 * are set anew when somebody has found out where they belong. They know nothing of threads but an id and a tone.
 */
import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { EditorView } from '@tiptap/pm/view'
import type { BlockId } from '@tandem/shared/ids.ts'
import { isFromYjs } from '../blocks/block-ids.ts'

export interface Highlight {
  readonly id: string
  readonly tone: 'quiet' | 'mine' | 'unread' | 'resolved'
  readonly isActive: boolean
  /** Whether whole blocks are meant: those get a line beside them and not a ground. */
  readonly isBlock: boolean
  readonly pieces: readonly { readonly block: BlockId; readonly from: number; readonly to: number }[]
}

interface MarkSpec {
  readonly id: string
  readonly block: BlockId
  readonly highlight: Highlight
}

const key = new PluginKey<DecorationSet>('highlights')

export interface HighlightsOptions {
  /** A mark was pressed, or the caret put into it by a press. */
  readonly onPress: (ids: readonly string[]) => void
}

export const Highlights = Extension.create<HighlightsOptions>({
  name: 'highlights',

  addOptions() {
    return { onPress: () => undefined }
  },

  addProseMirrorPlugins() {
    const { onPress } = this.options
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: () => DecorationSet.empty,
          apply: (tr, marks, before) => {
            const highlights = tr.getMeta(key) as readonly Highlight[] | undefined
            if (highlights) return draw(tr.doc, highlights)
            if (!tr.docChanged || marks === DecorationSet.empty) return marks
            return isFromYjs(tr) ? carryOver(marks, before.doc, tr.doc) : marks.map(tr.mapping, tr.doc)
          },
        },
        props: {
          decorations: (state) => key.getState(state),
          handleClick: (view, pos) => {
            const ids = highlightsAt(view.state, pos)
            if (ids.length > 0) onPress(ids)
            return false
          },
        },
      }),
    ]
  },
})

/** Shows exactly these. No edit: nothing is written and nothing can be undone. */
export function setHighlights(view: EditorView, highlights: readonly Highlight[]): void {
  const shown = key.getState(view.state) ?? DecorationSet.empty
  if (highlights.length === 0 && shown === DecorationSet.empty) return
  // Marks have followed every keystroke: mostly they are where they belong already.
  if (isSame(shown, draw(view.state.doc, highlights))) return
  view.dispatch(withoutHistory(view.state.tr.setMeta(key, highlights)))
}

/** The ids of what lies over a position, the shortest first; whole blocks last. */
export function highlightsAt(state: EditorState, pos: number): readonly string[] {
  const marks = key.getState(state)?.find(pos, pos) ?? []
  return marks
    .toSorted((a, b) => Number(specOf(a).highlight.isBlock) - Number(specOf(b).highlight.isBlock) || a.to - a.from - (b.to - b.from))
    .map((mark) => specOf(mark).id)
}

/** Where a highlight begins now, as the page stands on the screen. */
export function findHighlights(state: EditorState): ReadonlyMap<string, { readonly from: number; readonly to: number }> {
  const found = new Map<string, { from: number; to: number }>()
  for (const mark of key.getState(state)?.find() ?? []) {
    const { id } = specOf(mark)
    const known = found.get(id)
    found.set(id, known ? { from: Math.min(known.from, mark.from), to: Math.max(known.to, mark.to) } : { from: mark.from, to: mark.to })
  }
  return found
}

/** What is lit now, in the order of the page. */
export function listHighlights(state: EditorState): readonly { readonly id: string; readonly block: BlockId; readonly isBlock: boolean }[] {
  const marks = key.getState(state)?.find() ?? []
  return marks.toSorted((a, b) => a.from - b.from).map((mark) => ({ ...specOf(mark), isBlock: specOf(mark).highlight.isBlock }))
}

function draw(doc: Node, highlights: readonly Highlight[]): DecorationSet {
  const places = placesOf(doc)
  const marks = highlights.flatMap((highlight) =>
    highlight.pieces.flatMap(({ block, from, to }) => {
      const place = places.get(block)
      return place ? [markOf(place, { highlight, block, from, to })] : []
    }),
  )
  return DecorationSet.create(doc, marks)
}

interface Piece {
  readonly highlight: Highlight
  readonly block: BlockId
  readonly from: number
  readonly to: number
}

function markOf({ pos, node }: Place, { highlight, block, from, to }: Piece): Decoration {
  const spec: MarkSpec = { id: highlight.id, block, highlight }
  const attributes = { 'data-thread': highlight.id, 'data-tone': highlight.tone, ...(highlight.isActive ? { 'data-active': 'true' } : {}) }
  if (highlight.isBlock || !node.isTextblock)
    return Decoration.node(
      pos,
      pos + node.nodeSize,
      { 'data-block-tone': highlight.tone, ...(highlight.isActive ? { 'data-block-active': 'true' } : {}) },
      spec,
    )
  const size = node.content.size
  // Own elements, so that the grounds of overlapping marks add up.
  return Decoration.inline(pos + 1 + Math.min(from, size), pos + 1 + Math.min(to, size), { nodeName: 'span', class: 'thread-mark', ...attributes }, spec)
}

interface Place {
  readonly pos: number
  readonly node: Node
}

function placesOf(doc: Node): Map<string, Place> {
  const places = new Map<string, Place>()
  doc.forEach((node, pos) => {
    const id = node.attrs['id'] as string | null
    if (id !== null && !places.has(id)) places.set(id, { pos, node })
  })
  return places
}

/** What others write arrives as a whole new page: marks go along with their blocks, and move with the words before them. */
function carryOver(marks: DecorationSet, before: Node, after: Node): DecorationSet {
  const old = placesOf(before)
  const now = placesOf(after)
  const carried = marks.find().flatMap((mark) => {
    const { highlight, block } = specOf(mark)
    const [was, is] = [old.get(block), now.get(block)]
    if (!was || !is) return []
    const move = was.node === is.node ? (offset: number) => offset : moverOf(was.node, is.node)
    return [markOf(is, { highlight, block, from: move(mark.from - was.pos - 1), to: move(mark.to - was.pos - 1) })]
  })
  return DecorationSet.create(after, carried)
}

/** How offsets of a block move when its words change: by what was put in or taken out before them. */
function moverOf(before: Node, after: Node): (offset: number) => number {
  const start = before.content.findDiffStart(after.content)
  const end = before.content.findDiffEnd(after.content)
  if (start === null || !end) return (offset) => offset
  return (offset) => (offset <= start ? offset : Math.max(start, offset + end.b - end.a))
}

function specOf(mark: Decoration): MarkSpec {
  return mark.spec as MarkSpec
}

function isSame(one: DecorationSet, other: DecorationSet): boolean {
  const [marks, others] = [one.find(), new Set(other.find().map(nameOf))]
  return marks.length === others.size && marks.every((mark) => others.has(nameOf(mark)))
}

/** What is seen of a mark, and where. */
function nameOf(mark: Decoration): string {
  const { id, highlight } = specOf(mark)
  return `${mark.from} ${mark.to} ${highlight.tone} ${highlight.isActive} ${highlight.isBlock} ${id}`
}

function withoutHistory(tr: Transaction): Transaction {
  return tr.setMeta('addToHistory', false)
}
