/** What a person wants to comment on, as the page knows it. */
import type { BlockId } from '@tandem/shared/ids.ts'
import { caretBlock } from './blocks/page-blocks.ts'
import type { PageEditorHandle } from './create-page-editor.ts'
import { selectedPieces, type WordsPiece } from './highlights/selected-pieces.ts'

export type CommentTarget =
  | { readonly kind: 'words'; readonly pieces: readonly WordsPiece[] }
  | { readonly kind: 'block'; readonly block: BlockId }
  | { readonly kind: 'fact'; readonly block: BlockId; readonly field: string }
  | { readonly kind: 'page' }

/** The selected words; without a selection the block of the caret. */
export function targetAtCaret({ editor }: PageEditorHandle): CommentTarget {
  const pieces = selectedPieces(editor.state)
  if (pieces.length > 0) return { kind: 'words', pieces }
  const block = caretBlock(editor.state)?.node.attrs['id'] as BlockId | null | undefined
  return block ? { kind: 'block', block } : { kind: 'page' }
}
