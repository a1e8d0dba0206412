/** What is open over the journal. The palette is there at once, for the next key is meant for it; the others are loaded when they are asked for first. */
import type { ListedPage } from '@tandem/shared/document/journal-doc.ts'
import type { JournalIndex } from '@tandem/shared/document/journal-index.ts'
import { lazy, Suspense } from 'react'
import { findShownPage } from '../../../pages/page-groups.ts'
import { pageName } from '../../../pages/page-name.ts'
import { templateOfPage } from '../../../templates/template-of-page.ts'
import { todayAsDay } from '../../../words/days.ts'
import { FindInJournal } from '../FindInJournal.tsx'
import type { CommandParts } from './command-parts.ts'
import { Palette } from './Palette.tsx'
import type { Tool } from './tool.ts'

const JournalQuestion = lazy(() => import('../../../home/JournalQuestion.tsx').then((module) => ({ default: module.JournalQuestion })))
const Plan = lazy(() => import('./Plan.tsx').then((module) => ({ default: module.Plan })))
const SaveTemplateDialog = lazy(() => import('../../../templates/SaveTemplateDialog.tsx').then((module) => ({ default: module.SaveTemplateDialog })))
const ShortcutSheet = lazy(() => import('../../../shortcuts/ShortcutSheet.tsx').then((module) => ({ default: module.ShortcutSheet })))
const Templates = lazy(() => import('./Templates.tsx').then((module) => ({ default: module.Templates })))

interface JournalToolsProps extends CommandParts {
  readonly tool: Tool
  readonly index: JournalIndex
  readonly onClose: () => void
}

export function JournalTools({ tool, index, onClose, ...parts }: JournalToolsProps) {
  const { doc, journal, pages, page, onOpen } = parts
  const nameOf = (each: ListedPage) => pageName(each, todayAsDay(new Date())).name
  const goalPage = page && !page.archivedAt ? page : findShownPage(pages, undefined)
  return (
    <Suspense fallback={null}>
      {tool.kind === 'find' && <FindInJournal {...{ doc, journal, pages, index, onClose }} here={page?.id} start={tool.start} />}
      {tool.kind === 'palette' && <Palette {...{ ...parts, index, onClose }} />}
      {tool.kind === 'keys' && <ShortcutSheet onClose={onClose} />}
      {tool.kind === 'journal' && <JournalQuestion {...{ journal, onClose }} about={tool.about} />}
      {tool.kind === 'templates' && <Templates {...{ doc, page, onOpen, onClose }} name={page && nameOf(page)} />}
      {tool.kind === 'plan' && goalPage && <Plan {...{ doc, index, journal, onClose }} page={goalPage} name={nameOf(goalPage)} />}
      {tool.kind === 'save-template' && (
        <SaveTemplateDialog journal={journal.id} title={nameOf(tool.page)} pages={templateOfPage(doc, tool.page)} onClose={onClose} />
      )}
    </Suspense>
  )
}
