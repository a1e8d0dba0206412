/**
 * Keeps blocks in their place of a view while they are worked on: a row that moves away under the finger cannot be corrected. What was ticked off stays
 * until the view is left or narrowed down otherwise; what is edited in the popover stays while that is open.
 */
import type { GatheredBlock } from '@tandem/shared/document/journal-index.ts'
import type { BlockId } from '@tandem/shared/ids.ts'
import { useState } from 'react'

type Held = ReadonlyMap<BlockId, GatheredBlock>

const NONE: Held = new Map()

export interface HeldBlocks {
  /** The blocks as they are to be arranged. */
  readonly arranged: readonly GatheredBlock[]
  readonly hold: (block: GatheredBlock) => void
  readonly release: (block: BlockId) => void
}

/** `view` names what is looked at: another one holds nothing. */
export function useHeldBlocks(blocks: readonly GatheredBlock[], view: string): HeldBlocks {
  const [state, setState] = useState({ view, held: NONE })
  const held = state.view === view ? state.held : NONE
  return {
    arranged: held.size === 0 ? blocks : blocks.map((block) => held.get(block.id) ?? block),
    hold: (block) => setState({ view, held: held.has(block.id) ? held : new Map(held).set(block.id, block) }),
    release: (block) => setState({ view, held: new Map([...held].filter(([id]) => id !== block)) }),
  }
}
