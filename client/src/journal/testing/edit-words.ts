/** A scene for anchors: a page that Ana and Ben both have, a thread on some words of it, and what people do to words. */
import { pageFragment } from '@tandem/shared/document/journal-doc.ts'
import * as Y from 'yjs'
import { findBlockById } from '../blocks/page-blocks.ts'
import { type Line, PAGE, twoWriters, type Writer } from './people-at-a-page.ts'

export const WORDS = 'ship the beta'
export const LINES: readonly Line[] = [
  { id: 'a', text: 'We meet on Fridays in the café.' },
  { id: 'b', text: `Ana should ${WORDS} by Friday and tell Ben.` },
  { id: 'c', kind: 'action', text: 'Draft the RFC' },
  { id: 'd', text: 'We meet on Fridays in the café.' },
]

export interface Pair {
  readonly ana: Writer
  readonly ben: Writer
}

let open: Writer[] = []
export function closeAll(): void {
  for (const writer of open) writer.destroy()
  open = []
}

export function pair(lines: readonly Line[] = LINES): Pair {
  const scene = twoWriters(lines)
  open.push(scene.ana, scene.ben)
  return scene
}

export const PASTE = new Event('paste') as ClipboardEvent
export const START = 'Ana should '.length
export const END = START + WORDS.length

export function copied({ editor }: Writer): string {
  return editor.view.serializeForClipboard(editor.state.selection.content()).dom.innerHTML
}

export function remove(writer: Writer, from: readonly [string, number], to: readonly [string, number]): void {
  writer.select(from, to)
  writer.editor.commands.deleteSelection()
}

export function removeBlock({ editor }: Writer, id: string): void {
  const block = findBlockById(editor.state.doc, id)
  if (block) editor.view.dispatch(editor.state.tr.delete(block.pos, block.pos + block.node.nodeSize))
}

export function cutBlock(writer: Writer, id: string): string {
  const length = writer.blocks().find((block) => block.id === id)?.text.length ?? 0
  writer.select([id, 0], [id, length])
  const html = copied(writer)
  removeBlock(writer, id)
  return html
}

/** A line of its own at the end of the page, with the caret in it. */
export function lineAtEnd(writer: Writer): void {
  writer.caret('d', 100)
  writer.press('Enter')
}

/** As a restore does: the blocks as they were, written anew. */
export function rewrite({ doc, editor }: Writer, change: (json: Record<string, unknown>[]) => Record<string, unknown>[]): void {
  const blocks = (editor.getJSON().content ?? []) as Record<string, unknown>[]
  doc.transact(() => {
    const fragment = pageFragment(doc, PAGE)
    const now = change(blocks)
    fragment.delete(0, fragment.length)
    fragment.insert(
      0,
      now.map((block) => {
        const element = new Y.XmlElement(String(block['type']))
        for (const [name, value] of Object.entries(block['attrs'] as Record<string, string | number | null>))
          if (value !== null) element.setAttribute(name, String(value))
        element.insert(0, [new Y.XmlText(((block['content'] ?? []) as { text: string }[]).map(({ text }) => text).join(''))])
        return element
      }),
    )
  })
}
