/** What a person does to a page, at random: typing, keys, turns, moves, marks, facts, pastes and undo, all through the editor as hands would. */
import type { Editor } from '@tiptap/core'
import { turnInto } from '@tandem/client/journal/blocks/turn-into.ts'
import { setFacts } from '@tandem/client/journal/facts/fact-writes.ts'
import { LINE_KINDS, STRUCTURED_KINDS } from '@tandem/shared/document/kinds.ts'
import { carryToOtherPage, goToOtherPage, indentSeveral, mention, moveSeveral, removeSeveral, sayDay, turnSeveral } from './acts-on-blocks.ts'
import type { Random } from './random.ts'
import type { Writer } from './writer.ts'

const KINDS = [...LINE_KINDS, ...Object.keys(STRUCTURED_KINDS), 'codeBlock']
const FACTS = [
  ['owner', 'person-Ana'],
  ['owner', 'person-Ben'],
  ['due', '2026-05-12'],
  ['due', null],
  ['end', 'done'],
  ['end', null],
  ['status', 'met'],
] as const

export type Act = (writer: Writer, random: Random) => void

/** Places the caret somewhere in the words, or selects what is within reach after it. */
function select(editor: Editor, random: Random, reach = 0): void {
  const { doc } = editor.state
  const places: number[] = []
  doc.descendants((node, pos) => {
    if (node.isTextblock) for (let offset = 0; offset <= node.content.size; offset += 1) places.push(pos + 1 + offset)
    return false
  })
  if (places.length === 0) return
  const index = random.below(places.length)
  const from = places[index] ?? 0
  const to = places[Math.min(places.length - 1, index + random.below(reach + 1))] ?? from
  editor.commands.setTextSelection({ from, to })
}

/** Presses a key, as ProseMirror hears it. */
function press(editor: Editor, key: string, modifiers: KeyboardEventInit = {}): void {
  const event = new KeyboardEvent('keydown', { key, code: key, bubbles: true, cancelable: true, ...modifiers })
  editor.view.someProp('handleKeyDown', (handle) => handle(editor.view, event))
}

/** Types text as a hand does: what is selected is replaced, and shortcuts hear it. */
function typeText(editor: Editor, text: string): void {
  const { view } = editor
  const { from, to } = view.state.selection
  const insert = () => view.state.tr.insertText(text, from, to)
  const isHandled = view.someProp('handleTextInput', (handle) => handle(view, from, to, text, insert))
  if (!isHandled && view.state.selection.$from.parent.isTextblock) view.dispatch(insert())
}

const type: Act = ({ handle, freshCharacter }, random) => {
  select(handle.editor, random)
  for (let count = 1 + random.below(4); count > 0; count -= 1) typeText(handle.editor, freshCharacter())
}

const overwrite: Act = ({ handle, freshCharacter }, random) => {
  select(handle.editor, random, 5)
  typeText(handle.editor, freshCharacter())
}

const key =
  (name: string, modifiers?: KeyboardEventInit): Act =>
  ({ handle }, random) => {
    select(handle.editor, random)
    press(handle.editor, name, modifiers)
  }

/** A few characters of one block. */
const removeCharacters: Act = ({ handle: { editor } }, random) => {
  select(editor, random)
  const { $from } = editor.state.selection
  const to = Math.min($from.end(), $from.pos + random.below(5))
  editor.commands.deleteRange({ from: $from.pos, to })
}

const removeAcross: Act = ({ handle }, random) => {
  select(handle.editor, random, 20)
  handle.editor.commands.deleteSelection()
}

const join: Act = ({ handle }, random) => {
  const starts: number[] = []
  handle.editor.state.doc.forEach((_, pos) => starts.push(pos + 1))
  if (starts.length === 0) return
  handle.editor.commands.setTextSelection(random.pick(starts))
  press(handle.editor, 'Backspace')
}

const turn: Act = ({ handle: { editor } }, random) => {
  select(editor, random)
  turnInto(random.pick(KINDS.filter((kind) => kind !== 'codeBlock')))(editor.state, editor.view.dispatch)
}

const turnToCode: Act = ({ handle: { editor } }, random) => {
  select(editor, random)
  turnInto('codeBlock')(editor.state, editor.view.dispatch)
}

const shortcut: Act = ({ handle: { editor } }, random) => {
  const starts: number[] = []
  editor.state.doc.forEach((_, pos) => starts.push(pos + 1))
  if (starts.length === 0) return
  editor.commands.setTextSelection(random.pick(starts))
  for (const letter of random.pick(['# ', '- ', '1. ', '> ', '[] '])) typeText(editor, letter)
}

const mark: Act = ({ handle: { editor } }, random) => {
  select(editor, random, 6)
  editor.commands.toggleMark(random.pick(['bold', 'italic', 'code']))
}

const fact: Act = ({ handle, doc }, random) => {
  const ids: string[] = []
  handle.editor.state.doc.forEach((node) => {
    if (node.attrs['id']) ids.push(String(node.attrs['id']))
  })
  const [field, value] = random.pick(FACTS)
  if (ids.length > 0) setFacts(doc, random.pick(ids), { [field]: value })
}

/** A block pasted again somewhere else, its id and all. */
const paste: Act = ({ handle: { editor }, copied }, random) => {
  const blocks = editor.state.doc.content.content
  if (blocks.length === 0) return
  const node = random.pick(blocks)
  for (const character of node.textContent) copied.add(character)
  editor.commands.insertContentAt(positionOfBlock(editor, random.below(blocks.length + 1)), node.toJSON() as Record<string, unknown>)
}

/** Undo and redo are told apart by the caller, who looks at what they take away. */
export const undo: Act = ({ handle }) => void handle.undoManager.undo()
export const redo: Act = ({ handle }) => void handle.undoManager.redo()

/** Whatever one is doing next is another thing than what one did before: undo takes them back one by one. */
export const pause: Act = ({ handle }) => handle.undoManager.stopCapturing()

/** A key or a press is heard by the page before it does anything. */
function asByHand(act: Act): Act {
  return (writer, random) => {
    writer.handle.repairNow()
    act(writer, random)
  }
}

function positionOfBlock(editor: Editor, index: number): number {
  let at = 0
  for (let before = 0; before < index; before += 1) at += editor.state.doc.child(before).nodeSize
  return at
}

/** Each with how often it is done among the others. */
type Weighted = readonly (readonly [weight: number, act: Act])[]

/** Acts that take away nothing but what they mean to: after them every character that nobody removed is there. */
export const SAFE_ACTS: Weighted = [
  [40, type],
  [8, key('Enter')],
  [6, removeCharacters],
  [10, turn],
  [4, shortcut],
  [4, key('Tab')],
  [2, key('Tab', { shiftKey: true })],
  [4, mark],
  [8, fact],
  [5, pause],
  [4, turnSeveral],
  [3, indentSeveral],
  [3, mention],
  [2, sayDay],
]

/** Acts that remake blocks. What somebody else types into a remade block at that very moment is written again by its author. */
const REMAKING: Weighted = [
  [4, removeAcross],
  [5, join],
  [4, key('ArrowUp', { altKey: true })],
  [4, key('ArrowDown', { altKey: true })],
  [2, turnToCode],
  [3, moveSeveral],
  [2, removeSeveral],
]

/** Acts after which every character is there that nobody removed who had seen it. */
export const LOSSLESS_ACTS: Weighted = [...SAFE_ACTS, ...REMAKING]

/** The same over two pages: blocks are carried from one to the other. */
export const LOSSLESS_ACTS_ON_PAGES: Weighted = ([...LOSSLESS_ACTS, [4, carryToOtherPage], [3, goToOtherPage]] as const).map(([weight, act]) => [
  weight,
  asByHand(act),
])

/** Everything, over any network. */
export const ALL_ACTS: Weighted = [...SAFE_ACTS, ...REMAKING, [3, overwrite], [2, key('Enter', { shiftKey: true })], [3, paste], [7, undo], [3, redo]]

export function pickAct(acts: Weighted, random: Random): Act {
  let rest = random.below(acts.reduce((sum, [weight]) => sum + weight, 0))
  for (const [weight, act] of acts) {
    rest -= weight
    if (rest < 0) return act
  }
  return type
}
