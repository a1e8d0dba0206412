/** Draws the changes of a page: the line beside a block, new words on their ground, gone ones struck, and in few words whose they are. */
import type { Node } from '@tiptap/pm/model'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { type Segment, traceWords } from '@tandem/shared/document/trace-words.ts'
import { personColour, personSoftColour } from '../../ui/hue.ts'
import { pageWords } from '../../words/page.ts'
import { tellFact } from '../facts/tell-fact.ts'
import { kindOf } from '../nodes/entry.ts'
import type { PageContext } from '../page-context.ts'
import type { GoneBlock, MarkedBlock, MarkedChanges } from './marked-changes.ts'
import { createSigning } from './sign-runs.ts'

export function drawChanges(doc: Node, { blocks, gone, current }: MarkedChanges, context: PageContext): DecorationSet {
  if (blocks.length === 0 && gone.length === 0) return DecorationSet.empty
  const marked = new Map(blocks.map((block) => [block.block, block]))
  const goneBehind = Map.groupBy(gone, (block) => block.place)
  const sign = createSigning()
  let apart = true
  const drawn: Decoration[] = []
  const drawGone = (pos: number, left: readonly GoneBlock[] | undefined) => {
    for (const block of left ?? []) {
      const parts = sign(timed(block), { apart, current })
      // That it is gone is seen.
      drawn.push(goneWidget(pos, block, { isCurrent: block.block === current, note: noteOf(parts.includes(block.who) ? parts : []) }))
      apart = false
    }
  }
  drawGone(0, goneBehind.get(null))
  goneBehind.delete(null)
  doc.forEach((node, pos) => {
    const id = String(node.attrs['id'] ?? '')
    const block = marked.get(id)
    if (block) {
      const facts = block.facts.flatMap((fact) => tellFact(kindOf(node), fact, context.factContext()) ?? [])
      const note = noteOf(sign({ ...timed(block), notes: [...block.notes, ...facts] }, { apart, current }))
      drawn.push(...drawBlock(node, pos, { block, isCurrent: block.block === current, note }), ...drawWords(node, pos, block))
    }
    if (block) apart = false
    else if (node.content.size > 0) apart = true
    marked.delete(id)
    drawGone(pos + node.nodeSize, goneBehind.get(id))
    goneBehind.delete(id)
  })
  // What it stood behind is gone too: at the end it is at least not lost.
  for (const left of goneBehind.values()) drawGone(doc.content.size, left)
  return DecorationSet.create(doc, drawn)
}

interface DrawnAs {
  readonly isCurrent: boolean
  /** Empty where nothing is said. */
  readonly note: string
}

function drawBlock(node: Node, pos: number, { block, isCurrent, note }: DrawnAs & { readonly block: MarkedBlock }): Decoration[] {
  const attributes = { class: block.isNew ? 'change change-added' : 'change', style: hueStyle(block.hue), ...currentMark(isCurrent) }
  const whole = Decoration.node(pos, pos + node.nodeSize, attributes)
  if (!node.isTextblock || note === '') return [whole]
  const widget = { side: 20, key: `note ${block.block} ${note}`, ignoreSelection: true }
  return [whole, Decoration.widget(pos + node.nodeSize - 1, () => noteElement(note, block.hue), widget)]
}

/** What tells the marks of words from those of their block. */
interface WordsSpec {
  readonly wordsOf?: string
}

export function isOfWords(spec: object): boolean {
  return (spec as WordsSpec).wordsOf !== undefined
}

/** The new and the gone words of a block. */
export function drawWords(node: Node, pos: number, block: MarkedBlock): Decoration[] {
  if (block.isNew || block.rewordings.length === 0) return []
  const drawn: Decoration[] = []
  const spec: WordsSpec = { wordsOf: block.block }
  let at = pos + 1
  for (const { text, kind, by } of tracedIn(node, block)) {
    if (kind === 'gone' && by !== undefined) {
      const key = `gone ${block.block} ${at - pos} ${text}`
      drawn.push(Decoration.widget(at, () => struckElement(text, by), { ...spec, side: -1, key, ignoreSelection: true }))
    }
    if (kind === 'new' && by !== undefined) drawn.push(Decoration.inline(at, at + text.length, { class: 'change-new', style: hueStyle(by) }, spec))
    if (kind !== 'gone') at += text.length
  }
  return drawn
}

const traced = new WeakMap<MarkedBlock, { readonly node: Node; readonly segments: readonly Segment<number | undefined>[] }>()

/** Traced once for the words as they stand: stepping from change to change and edits elsewhere draw them again and again. */
function tracedIn(node: Node, block: MarkedBlock): readonly Segment<number | undefined>[] {
  const known = traced.get(block)
  if (known?.node === node) return known.segments
  const segments = traceWords(block.rewordings, node.textBetween(0, node.content.size, '\n', '\n'))
  traced.set(block, { node, segments })
  return segments
}

/** A time is read as one word: no line breaks within it. */
const timed = <T extends { readonly when: string }>(change: T): T => ({ ...change, when: change.when.replaceAll(' ', '\u00A0') })

function noteOf(parts: readonly string[]): string {
  return parts.join(pageWords.facts.separator)
}

function goneWidget(pos: number, block: GoneBlock, { isCurrent, note }: DrawnAs): Decoration {
  const element = () => {
    const box = document.createElement('div')
    box.className = 'change change-gone-block'
    box.contentEditable = 'false'
    box.setAttribute('style', hueStyle(block.hue))
    if (isCurrent) box.setAttribute('data-change-current', '')
    box.append(struckElement(block.words, block.hue), ...(note === '' ? [] : [noteElement(note, block.hue)]))
    return box
  }
  return Decoration.widget(pos, element, { side: -1, key: `gone ${block.block} ${note} ${isCurrent}`, ignoreSelection: true })
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
