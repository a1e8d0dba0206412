/** Templates in the open journal: what is added goes into the document as this person's own edit, which undo takes back on the page that is shown. */
import type { ListedPage } from '@tandem/shared/document/journal-doc.ts'
import { addTemplateBlocks, addTemplatePages } from '@tandem/shared/document/templates/add-template.ts'
import type { Template } from '@tandem/shared/document/templates/template.ts'
import type { PageId } from '@tandem/shared/ids.ts'
import type * as Y from 'yjs'
import { FACT_ORIGIN } from '../../../journal/facts/fact-writes.ts'
import { TemplateDialog } from '../../../templates/TemplateDialog.tsx'

interface TemplatesProps {
  readonly doc: Y.Doc
  readonly page: ListedPage | undefined
  readonly name: string | undefined
  readonly onOpen: (page: PageId) => void
  readonly onClose: () => void
}

export function Templates({ doc, page, name, onOpen, onClose }: TemplatesProps) {
  function addPages(template: Template, title: string): void {
    onClose()
    const [first] = addTemplatePages(doc, template, title)
    if (first) onOpen(first)
  }

  function addToPage(template: Template): void {
    onClose()
    if (page) for (const { blocks } of template.pages) addTemplateBlocks(doc, page.id, blocks, FACT_ORIGIN)
  }

  return <TemplateDialog page={page && !page.archivedAt ? name : undefined} onPages={addPages} onPage={addToPage} onClose={onClose} />
}
