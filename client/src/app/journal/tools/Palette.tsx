/** The palette: everything that can be done from here, and everything that can be found, behind one key. */
import type { JournalIndex } from '@tandem/shared/document/journal-index.ts'
import { FindInJournal } from '../FindInJournal.tsx'
import type { CommandParts } from './command-parts.ts'
import { useCommands } from './use-commands.ts'

interface PaletteProps extends CommandParts {
  readonly index: JournalIndex
  readonly onClose: () => void
}

export function Palette({ index, onClose, ...parts }: PaletteProps) {
  const { doc, journal, pages, page } = parts
  return <FindInJournal {...{ doc, journal, pages, index, onClose }} here={page?.id} start="" commands={useCommands(parts)} />
}
