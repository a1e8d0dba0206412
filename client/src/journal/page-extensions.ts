/** Everything a page's editor is made of. */
import type { Extensions } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { Selection as LeftSelection } from '@tiptap/extensions'
import { pageFragment } from '@tandem/shared/document/journal-doc.ts'
import { RESCUE_ORIGIN } from '@tandem/shared/document/rescue/rescue-words.ts'
import type { Awareness } from 'y-protocols/awareness'
import { WriteByBlock } from './binding/write-by-block.ts'
import { BlockChoice } from './blocks/block-choice.ts'
import { BlockIds, type BlockIdsOptions } from './blocks/block-ids.ts'
import { createCutMemory } from './blocks/cut-memory.ts'
import { DayCapture } from './capture/day-trigger.ts'
import { CaretBlock } from './caret-block.ts'
import { CaretFollows } from './caret-follows.ts'
import { ChangeMarks } from './changes/change-marks.ts'
import { ClearOfBars } from './clear-of-bars.ts'
import { OthersCarets } from './carets.ts'
import { EmptyPage } from './empty-page.ts'
import { EntryRendering } from './entry/entry-rendering.ts'
import { findBlockWords, standsOnOtherPage } from './facts/block-words.ts'
import { copyFacts, FACT_ORIGIN } from './facts/fact-writes.ts'
import { StartFacts } from './facts/start-facts.ts'
import { FileDrop } from './files/file-drop.ts'
import { FreshSelection } from './fresh-selection.ts'
import { HeadingLevels } from './heading-levels.ts'
import { Highlights } from './highlights/highlights.ts'
import { CaretKeys } from './keys/caret-keys.ts'
import { MarkdownShortcuts } from './keys/markdown-shortcuts.ts'
import { PageKeys } from './keys/page-keys.ts'
import { LineBelow } from './line-below.ts'
import { LiveMentions } from './mentions/live-mentions.ts'
import { LongPage } from './long-page.ts'
import { MentionTrigger } from './mentions/mention-trigger.ts'
import { pageSchema } from './nodes/page-schema.ts'
import type { PageContext } from './page-context.ts'
import { CarryFacts, type CarriedFacts, createCarriedFacts } from './paste/carried-facts.ts'
import { PasteAsBlocks } from './paste/paste-as-blocks.ts'
import { SlashTrigger } from './slash/slash-trigger.ts'

/** Blocks that an undo leaves standing while somebody else's words are in them. */
const PROTECTED = new Set(['entry', 'paragraph', 'codeBlock'])

export function pageExtensions(context: PageContext, awareness: Awareness | null): Extensions {
  const { doc, page } = context
  const carried = createCarriedFacts()
  const cuts = createCutMemory(doc)
  const isKnown = (id: string) => cuts.has(id) || findBlockWords(doc, { id, page }) !== undefined
  return [
    ...pageSchema,
    Collaboration.configure({ fragment: pageFragment(doc, page), yUndoOptions: { trackedOrigins: [FACT_ORIGIN, RESCUE_ORIGIN], protectedNodes: PROTECTED } }),
    WriteByBlock,
    FreshSelection,
    CaretFollows,
    ClearOfBars,
    BlockIds.configure(blockIds(context, { carried, isKnown })),
    OthersCarets.configure({ awareness }),
    BlockChoice,
    PageKeys.configure({ context }),
    CaretKeys,
    MarkdownShortcuts,
    SlashTrigger,
    MentionTrigger.configure({ context }),
    LiveMentions.configure({ context }),
    DayCapture.configure({ context }),
    FileDrop.configure({ context }),
    PasteAsBlocks.configure({ carried, doneFacts: () => ({ end: 'done', ended: context.today() }) }),
    CarryFacts.configure({ context, carried, isKnown }),
    StartFacts.configure({ context }),
    EntryRendering.configure({ context }),
    HeadingLevels,
    Highlights.configure({ onPress: (ids) => context.screen.pressHighlight(ids) }),
    CaretBlock,
    LeftSelection.configure({ className: 'left-selection' }),
    EmptyPage,
    LongPage,
    LineBelow,
    ChangeMarks.configure({ context }),
  ]
}

interface Known {
  readonly carried: CarriedFacts
  readonly isKnown: (id: string) => boolean
}

function blockIds({ doc, page }: PageContext, { carried, isKnown }: Known): BlockIdsOptions {
  const cuts = createCutMemory(doc)
  return {
    standsElsewhere: (id) => standsOnOtherPage(doc, { id, page }),
    isKnown: (id) => carried.has(id) || isKnown(id),
    onRemoved: (ids) => cuts.remember(ids),
    onCopied: (copies) => {
      for (const { from, to } of copies) copyFacts(doc, from, to)
    },
  }
}
