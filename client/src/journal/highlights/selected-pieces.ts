/** The selected words block by block, as an anchor remembers them. */
import type { EditorState } from '@tiptap/pm/state'
import type { BlockId } from '@tandem/shared/ids.ts'

export interface WordsPiece {
  readonly block: BlockId
  readonly from: number
  readonly to: number
}

export function selectedPieces({ doc, selection }: EditorState): WordsPiece[] {
  const pieces: WordsPiece[] = []
  doc.forEach((node, pos) => {
    const id = node.attrs['id'] as BlockId | null
    if (id === null || !node.isTextblock) return
    const from = Math.max(selection.from - pos - 1, 0)
    const to = Math.min(selection.to - pos - 1, node.content.size)
    if (from < to) pieces.push({ block: id, from, to })
  })
  return pieces
}
