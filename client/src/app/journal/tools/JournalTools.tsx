/** What is open over the journal: its tools, each loaded when it is asked for first. */
import type { JournalSummary } from '@tandem/shared/contracts/journals.ts'
import type { ListedPage } from '@tandem/shared/document/journal-doc.ts'
import type { JournalIndex } from '@tandem/shared/document/journal-index.ts'
import type { PageId } from '@tandem/shared/ids.ts'
import { lazy, Suspense } from 'react'
import type * as Y from 'yjs'
import { findShownPage } from '../../../pages/page-groups.ts'
import { pageName } from '../../../pages/page-name.ts'
import { templateOfPage } from '../../../templates/template-of-page.ts'
import { todayAsDay } from '../../../words/days.ts'
import type { Tool } from './tool.ts'

const Templates = lazy(() => import('./Templates.tsx').then((module) => ({ default: module.Templates })))
const Plan = lazy(() => import('./Plan.tsx').then((module) => ({ default: module.Plan })))
const SaveTemplateDialog = lazy(() => import('../../../templates/SaveTemplateDialog.tsx').then((module) => ({ default: module.SaveTemplateDialog })))

interface JournalToolsProps {
  readonly tool: Tool
  readonly doc: Y.Doc
  readonly journal: JournalSummary
  readonly index: JournalIndex
  readonly pages: readonly ListedPage[]
  /** The page that is shown. */
  readonly page: ListedPage | undefined
  readonly onOpen: (page: PageId) => void
  readonly onClose: () => void
}

export function JournalTools({ tool, doc, journal, index, pages, page, onOpen, onClose }: JournalToolsProps) {
  const nameOf = (each: ListedPage) => pageName(each, todayAsDay(new Date())).name
  const goalPage = page && !page.archivedAt ? page : findShownPage(pages, undefined)
  return (
    <Suspense fallback={null}>
      {tool.kind === 'templates' && <Templates {...{ doc, page, onOpen, onClose }} name={page && nameOf(page)} />}
      {tool.kind === 'plan' && goalPage && <Plan {...{ doc, index, journal, onClose }} page={goalPage} name={nameOf(goalPage)} />}
      {tool.kind === 'save-template' && (
        <SaveTemplateDialog journal={journal.id} title={nameOf(tool.page)} pages={templateOfPage(doc, tool.page)} onClose={onClose} />
      )}
    </Suspense>
  )
}
