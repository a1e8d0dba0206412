/** Draws changes into the page: new words, removed ones struck, old facts beside the new, and whose they are. Only drawn, never written: nobody else sees them. */
import { Extension } from '@tiptap/core'
import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { traceWords } from '@tandem/shared/document/trace-words.ts'
import { personColour, personSoftColour } from '../../ui/hue.ts'
import { pageWords } from '../../words/page.ts'
import { factLine } from '../facts/fact-line.ts'
import { kindOf } from '../nodes/entry.ts'
import type { PageContext } from '../page-context.ts'
import { type GoneBlock, type MarkedBlock, type MarkedChanges, type MarkedFact, NO_CHANGES } from './marked-changes.ts'

interface Drawn {
  readonly changes: MarkedChanges
  readonly decorations: DecorationSet
}

const key = new PluginKey<Drawn>('changeMarks')

export const ChangeMarks = Extension.create<{ readonly context: PageContext | null }>({
  name: 'changeMarks',

  addOptions() {
    return { context: null }
  },

  addProseMirrorPlugins() {
    const { context } = this.options
    if (!context) return []
    return [
      new Plugin<Drawn>({
        key,
        state: {
          init: () => ({ changes: NO_CHANGES, decorations: DecorationSet.empty }),
          apply: (tr, before, _old, state) => {
            const changes = (tr.getMeta(key) as MarkedChanges | undefined) ?? before.changes
            if (changes === before.changes && !tr.docChanged) return before
            return { changes, decorations: draw(state.doc, changes, context) }
          },
        },
        props: { decorations: (state) => key.getState(state)?.decorations },
      }),
    ]
  },
})

/** Shows these changes from now on. */
export function showChanges(editor: Editor, changes: MarkedChanges): void {
  if (key.getState(editor.state)?.changes === changes) return
  editor.view.dispatch(editor.state.tr.setMeta(key, changes).setMeta('addToHistory', false))
}

/** Brings the change the reader stands at into sight. */
export function scrollToCurrentChange(editor: Editor): void {
  editor.view.dom.querySelector('[data-change-current]')?.scrollIntoView({ block: 'center' })
}

function draw(doc: Node, { blocks, gone, current }: MarkedChanges, context: PageContext): DecorationSet {
  if (blocks.length === 0 && gone.length === 0) return DecorationSet.empty
  const marked = new Map(blocks.map((block) => [block.block, block]))
  const goneBehind = Map.groupBy(gone, (block) => block.place)
  const drawn = (goneBehind.get(null) ?? []).map((block) => goneWidget(0, block, current))
  doc.forEach((node, pos) => {
    const id = String(node.attrs['id'] ?? '')
    const block = marked.get(id)
    if (block) drawn.push(...drawBlock(node, pos, { block, current, context }))
    marked.delete(id)
    for (const each of goneBehind.get(id) ?? []) drawn.push(goneWidget(pos + node.nodeSize, each, current))
    goneBehind.delete(id)
  })
  // What it stood behind is gone too: at the end it is at least not lost.
  for (const [place, left] of goneBehind) if (place !== null) drawn.push(...left.map((block) => goneWidget(doc.content.size, block, current)))
  return DecorationSet.create(doc, drawn)
}

interface DrawnBlock {
  readonly block: MarkedBlock
  readonly current: string | undefined
  readonly context: PageContext
}

function drawBlock(node: Node, pos: number, { block, current, context }: DrawnBlock): Decoration[] {
  const attributes = { class: block.isNew ? 'change change-added' : 'change', style: hueStyle(block.hue), ...currentMark(block.block === current) }
  const drawn = [Decoration.node(pos, pos + node.nodeSize, attributes)]
  const words = node.textBetween(0, node.content.size, '\n', '\n')
  if (!block.isNew && block.rewordings.length > 0) drawn.push(...drawWords(words, pos + 1, block))
  if (!node.isTextblock) return drawn
  const notes = [...block.notes, ...block.facts.flatMap((fact) => tellFact(kindOf(node), fact, context))]
  const note = () => noteElement([block.label, ...notes].join(pageWords.facts.separator), block.hue)
  drawn.push(Decoration.widget(pos + node.nodeSize - 1, note, { side: 20, key: `note ${block.block} ${block.label} ${notes.join()}`, ignoreSelection: true }))
  return drawn
}

function drawWords(words: string, start: number, { block, rewordings }: MarkedBlock): Decoration[] {
  const drawn: Decoration[] = []
  let at = start
  for (const { text, kind, by } of traceWords(rewordings, words)) {
    if (kind === 'gone' && by !== undefined) {
      drawn.push(Decoration.widget(at, () => struckElement(text, by), { side: -1, key: `gone ${block} ${at} ${text}`, ignoreSelection: true }))
    }
    if (kind === 'new' && by !== undefined) drawn.push(Decoration.inline(at, at + text.length, { class: 'change-new', style: hueStyle(by) }))
    if (kind !== 'gone') at += text.length
  }
  return drawn
}

/** "Fri 12 May → Tue 16 May", as the facts of the block say it themselves. */
function tellFact(kind: string, { field, was, became }: MarkedFact, context: PageContext): string[] {
  const say = (value: unknown) =>
    value === null
      ? ''
      : factLine(kind, { [field]: value as string }, context.factContext())
          .map(({ text }) => text)
          .join(' ')
  const [before, after] = [say(was), say(became)]
  if (before === after) return []
  return [pageWords.changes.fact(before || pageWords.changes.nothing, after || pageWords.changes.nothing)]
}

function goneWidget(pos: number, block: GoneBlock, current: string | undefined): Decoration {
  const isCurrent = block.block === current
  const element = () => {
    const box = document.createElement('div')
    box.className = 'change change-gone-block'
    box.contentEditable = 'false'
    box.setAttribute('style', hueStyle(block.hue))
    if (isCurrent) box.setAttribute('data-change-current', '')
    box.append(struckElement(block.words, block.hue), noteElement(block.label, block.hue))
    return box
  }
  return Decoration.widget(pos, element, { side: -1, key: `gone ${block.block} ${block.label} ${isCurrent}`, ignoreSelection: true })
}

function struckElement(text: string, hue: number): HTMLElement {
  const struck = document.createElement('del')
  struck.className = 'change-gone'
  struck.contentEditable = 'false'
  struck.setAttribute('style', hueStyle(hue))
  struck.textContent = text
  return struck
}

function noteElement(text: string, hue: number): HTMLElement {
  const note = document.createElement('span')
  note.className = 'change-note'
  note.contentEditable = 'false'
  note.setAttribute('style', hueStyle(hue))
  note.textContent = text
  return note
}

function hueStyle(hue: number): string {
  return `--change: ${personColour(hue)}; --change-soft: ${personSoftColour(hue)}`
}

function currentMark(isCurrent: boolean): Record<string, string> {
  return isCurrent ? { 'data-change-current': '' } : {}
}
